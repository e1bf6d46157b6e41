package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports in the form of each sender, and in one that each receiver takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportsContract {
  private Fediverse fediverse;
  private Person ada;
  private Person mod;
  private Outsider outsider;
  private String rex;
  private int number;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    mod = fediverse.at("alpha.test").staff("mod", Role.MODERATOR);
    outsider = fediverse.outsider("outside.test");
    rex = outsider.actor("rex");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private ObjectNode flag() {
    return outsider.document("Flag", "/flags/" + ++number).put("actor", rex);
  }

  /** The latest report once this has come in. */
  private JsonNode reported(ObjectNode flag) {
    int before = mod.get("/api/v1/admin/reports").size();
    outsider.send(ada.server(), flag);
    fediverse.settle();
    JsonNode reports = mod.get("/api/v1/admin/reports");
    assertThat(reports).hasSize(before + 1);
    assertThat(reports.get(0).at("/target_account/username").asString()).isEqualTo("ada");
    return reports.get(0);
  }

  private static List<String> posts(JsonNode report) {
    return report.path("statuses").valueStream().map(one -> one.path("id").asString()).toList();
  }

  @Test
  void aPersonAndPostsOrEitherAlone() {
    Status one = ada.write("One");
    Status two = ada.write("Two");
    ObjectNode both = flag().put("content", "look");
    both.putArray("object").add(ada.iri()).add(one.uri()).add(two.uri());
    JsonNode report = reported(both);
    assertThat(posts(report)).containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(report.path("comment").asString()).isEqualTo("look");
    assertThat(posts(reported(flag().put("object", ada.iri())))).isEmpty();
    JsonNode silent = reported(flag().put("object", one.uri()));
    assertThat(posts(silent)).containsExactly(one.id());
    assertThat(silent.path("comment").asString()).isEmpty();
    ObjectNode only = flag();
    only.putArray("object").add(two.uri());
    assertThat(posts(reported(only))).containsExactly(two.id());
  }

  @Test
  void objectsWrittenOutAndPostsNamedInTheText() {
    Status post = ada.write("Three");
    ObjectNode written = flag();
    written.putArray("object").addObject().put("type", "Note").put("id", post.uri());
    assertThat(posts(reported(written))).containsExactly(post.id());
    ObjectNode misskey = flag().put("object", ada.iri());
    misskey.put("content", "Note: " + post.uri() + "\n-----\nrude");
    assertThat(posts(reported(misskey))).containsExactly(post.id());
    ObjectNode lemmy = flag().put("object", post.uri()).put("summary", "off topic");
    lemmy.putArray("to").add(outsider.at("/community"));
    assertThat(reported(lemmy).path("comment").asString()).isEqualTo("off topic");
  }

  private Status foreign(String type, String path) {
    ObjectNode post = outsider.note(path, rex, "Seen").put("type", type).put("name", "Seen");
    outsider.serve(path, post);
    return ada.find(outsider.at(path), true).orElseThrow();
  }

  @Test
  void aVideoIsReportedByItself() {
    Status video = foreign("Video", "/video");
    Status note = foreign("Note", "/note");
    outsider.inbox().clear();
    ada.post(
        "/api/v1/reports",
        "account_id",
        ada.idOf(rex),
        "forward",
        "true",
        "status_ids[]",
        video.id(),
        "status_ids[]",
        note.id());
    fediverse.settle();
    assertThat(outsider.received()).containsExactly("Flag", "Flag");
    JsonNode first = outsider.inbox().getFirst();
    assertThat(first.path("object").toString()).doesNotContain(rex + "\"").contains(video.uri());
    assertThat(first.path("content").asString()).hasSizeGreaterThan(1);
    assertThat(outsider.last().at("/object/0").asString()).isEqualTo(rex);
    assertThat(outsider.last().at("/object/1").asString()).isEqualTo(note.uri());
  }
}
