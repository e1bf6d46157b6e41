package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What moderators of a community do, told by it and by themselves: one of them is on its own
 * server, one is on another and listed, and a stranger there is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModeratorsContract {
  private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

  private Fediverse fediverse;
  private Instance alpha;
  private Person ada;
  private Outsider home;
  private Outsider away;
  private String group;
  private String mod;
  private String listed;
  private String stranger;
  private String author;
  private int count;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    alpha = fediverse.at("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    home = fediverse.outsider("forum.test");
    away = fediverse.outsider("elsewhere.test");
    group = home.actor("cats");
    ObjectNode actor = (ObjectNode) Json.parse(home.served("/cats"));
    actor.put("type", "Group").put("attributedTo", group + "/moderators");
    home.serve("/cats", actor.put("featured", group + "/featured"));
    mod = home.actor("mod");
    listed = away.actor("listed");
    stranger = away.actor("stranger");
    author = away.actor("author");
    collection("moderators", mod, listed);
    home.befriend(fediverse, ada, group);
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private void collection(String name, String... members) {
    ObjectNode list = home.document("OrderedCollection", "/cats/" + name);
    for (String member : members) list.withArray("orderedItems").add(member);
    home.serve("/cats/" + name, list);
  }

  private Outsider server(String actor) {
    return actor.startsWith(home.at("/")) ? home : away;
  }

  private Status submitted(String text) {
    String path = "/notes/" + ++count;
    ObjectNode note = away.note(path, author, text, group).put("audience", group);
    away.serve(path, note);
    announce(away.create(note));
    return ada.find(away.at(path), false).orElseThrow();
  }

  private void announce(JsonNode what) {
    ObjectNode announce = home.activity("Announce", "/announces/" + ++count, group, what);
    announce.putArray("to").add(PUBLIC);
    send(announce);
  }

  private ObjectNode send(ObjectNode activity) {
    assertThat(server(activity.path("actor").asString()).send(alpha, activity)).isEqualTo(202);
    fediverse.settle();
    return activity;
  }

  /** In the community, served where it was done. */
  private ObjectNode done(String type, String by, Object what) {
    String path = "/done/" + ++count;
    ObjectNode deed = server(by).activity(type, path, by, what).put("audience", group);
    deed.putArray("to").add(PUBLIC);
    deed.putArray("cc").add(group);
    server(by).serve(path, deed);
    return deed;
  }

  private ObjectNode done(String type, String by, Object what, String target) {
    ObjectNode deed = done(type, by, what).put("target", target);
    server(by).serve("/done/" + count, deed);
    return deed;
  }

  private boolean here(Status post) {
    return ada.find(post.uri(), false).isPresent();
  }

  private List<String> pinned() {
    String id = ada.idOf(group);
    return ada.get("/api/v1/accounts/" + id + "/statuses?pinned=true")
        .valueStream()
        .map(one -> new Status(one).text())
        .toList();
  }

  @Test
  void onlyModeratorsDeleteByThemselves() {
    Status post = submitted("Removed by hand");
    send(done("Delete", stranger, post.uri()));
    assertThat(here(post)).isTrue();
    ObjectNode delete = send(done("Delete", mod, post.uri()));
    assertThat(here(post)).isFalse();
    send(done("Undo", mod, delete));
    assertThat(here(post)).isTrue();
    send(done("Delete", listed, post.uri()));
    assertThat(here(post)).isFalse();
  }

  @Test
  void onlyModeratorsLockByThemselves() {
    Status post = submitted("Locked by hand");
    send(done("Lock", stranger, post.uri()));
    ada.write("Still open", "in_reply_to_id", post.id());
    ObjectNode lock = send(done("Lock", listed, post.uri()));
    assertThat(ada.tries("/api/v1/statuses", "status", "No?", "in_reply_to_id", post.id()))
        .isBetween(400, 499);
    send(done("Undo", listed, lock));
    ada.write("Open again", "in_reply_to_id", post.id());
  }

  @Test
  void moderatorsOfYesterdayAreNone() {
    Status post = submitted("Once mine");
    collection("moderators", mod);
    fediverse.after(Duration.ofMinutes(2));
    send(done("Delete", listed, post.uri()));
    assertThat(here(post)).isTrue();
    collection("moderators", mod, listed);
    fediverse.after(Duration.ofMinutes(2));
  }

  @Test
  void whoModeratesIsAskedLaterWhenItCannotBeHadJustNow() {
    Status post = submitted("Removed at last");
    fediverse.after(Duration.ofMinutes(2));
    home.fails(503);
    send(done("Delete", listed, post.uri()));
    home.fails(0);
    assertThat(here(post)).isTrue();
    fediverse.after(Duration.ofMinutes(5));
    assertThat(here(post)).isFalse();
  }

  @Test
  void whoModeratesIsAskedOnceForAWhile() {
    Status one = submitted("First of two");
    Status other = submitted("Second of two");
    fediverse.after(Duration.ofMinutes(2));
    int before = home.asked().size();
    send(done("Delete", stranger, one.uri()));
    send(done("Delete", listed, other.uri()));
    assertThat(here(one)).isTrue();
    assertThat(here(other)).isFalse();
    assertThat(home.asked().subList(before, home.asked().size()))
        .containsExactly("/cats", "/cats/moderators");
  }

  @Test
  void pinnedPostsStandOnTheProfileOfTheCommunityAlone() {
    Status post = submitted("Read me first");
    send(done("Add", stranger, post.uri(), group + "/featured"));
    announce(done("Add", mod, post.uri(), group + "/other"));
    assertThat(pinned()).doesNotContain("Read me first");
    announce(done("Add", mod, post.uri(), group + "/featured"));
    assertThat(pinned()).contains("Read me first");
    assertThat(ada.get("/api/v1/accounts/" + ada.idOf(author) + "/statuses?pinned=true")).isEmpty();
    send(done("Remove", listed, post.uri(), group + "/featured"));
    assertThat(pinned()).doesNotContain("Read me first");
  }

  @Test
  void pinnedPostsAreReadWhenSomebodyLooks() {
    Status known = submitted("Known and featured");
    String path = "/notes/" + ++count;
    away.serve(path, away.note(path, author, "Unknown but featured", group).put("audience", group));
    collection("featured", known.uri(), away.at(path), stranger);
    fediverse.after(Duration.ofDays(2));
    ada.get("/api/v1/accounts/" + ada.idOf(group) + "/statuses");
    fediverse.settle();
    assertThat(pinned()).contains("Known and featured", "Unknown but featured");
    assertThat(ada.homeTexts()).doesNotContain("Unknown but featured");
  }

  @Test
  void anUpdateMarksAndCloses() {
    Status post = submitted("Plain and open");
    String path = post.uri().substring(away.at("").length());
    ObjectNode note = (ObjectNode) Json.parse(away.served(path));
    note.put("sensitive", true).put("commentsEnabled", false);
    away.serve(path, note);
    announce(done("Update", author, note));
    assertThat(ada.view(post).at("/sensitive").asBoolean()).isTrue();
    assertThat(ada.tries("/api/v1/statuses", "status", "No?", "in_reply_to_id", post.id()))
        .isBetween(400, 499);
    note.put("sensitive", false).remove("commentsEnabled");
    away.serve(path, note);
    announce(done("Update", author, note));
    assertThat(ada.view(post).at("/sensitive").asBoolean()).isFalse();
    assertThat(ada.tries("/api/v1/statuses", "status", "Now?", "in_reply_to_id", post.id()))
        .isBetween(400, 499);
  }

  @Test
  void whoeverIsBannedWritesThereNoMore() {
    Status post = submitted("Ban somebody");
    String name = "@cats@" + home.authority();
    send(done("Block", stranger, ada.iri(), group));
    ada.write("Still here", "in_reply_to_id", post.id());
    ObjectNode ban = done("Block", mod, ada.iri(), group);
    String end = fediverse.clock().instant().plus(Duration.ofDays(1)).toString();
    announce(ban.put("endTime", end));
    assertThat(ada.tries("/api/v1/statuses", "status", name + " Hello?")).isEqualTo(403);
    assertThat(ada.tries("/api/v1/statuses", "status", "Hello?", "in_reply_to_id", post.id()))
        .isEqualTo(403);
    // She may read on: nobody has blocked her in person.
    assertThat(ada.homeTexts()).contains("Ban somebody");
    String relations = "/api/v1/accounts/relationships?id=" + ada.idOf(mod);
    assertThat(ada.get(relations).at("/0/blocked_by").asBoolean()).isFalse();
    announce(done("Undo", mod, ban));
    ada.write("Back again", "in_reply_to_id", post.id());
    send(done("Block", listed, ada.iri(), group).put("endTime", end));
    assertThat(ada.tries("/api/v1/statuses", "status", name + " Hello?")).isEqualTo(403);
    fediverse.after(Duration.ofDays(2));
    ada.write("Time served", "in_reply_to_id", post.id());
  }

  @Test
  void whoeverIsBannedDoesNotComeBackByAnAnswer() {
    Status post = submitted("Answer me");
    ObjectNode ban = done("Block", mod, stranger, group);
    ada.idOf(stranger);
    announce(ban);
    for (String audience : List.of(group, "")) {
      String path = "/notes/" + ++count;
      ObjectNode answer = away.note(path, stranger, "Still talking", ada.iri());
      answer.put("inReplyTo", post.uri());
      if (!audience.isEmpty()) answer.put("audience", audience);
      send(away.create(answer));
      Status arrived = ada.find(away.at(path), false).orElseThrow();
      assertThat(arrived.at("/community").isNull()).isTrue();
    }
    announce(done("Undo", mod, ban));
    String path = "/notes/" + ++count;
    send(away.create(away.note(path, stranger, "Sorry", ada.iri()).put("inReplyTo", post.uri())));
    assertThat(ada.find(away.at(path), false).orElseThrow().at("/community/uri").asString())
        .isEqualTo(group);
  }

  @Test
  void aBanMayTakeAllAlong() {
    Status one = submitted("Spam, and spam");
    Status other = submitted("Spam, eggs and spam");
    announce(done("Block", mod, author, group).put("removeData", true));
    assertThat(here(one)).isFalse();
    assertThat(here(other)).isFalse();
    announce(done("Undo", mod, done("Block", mod, author, group)));
    submitted("Sorry");
  }
}
