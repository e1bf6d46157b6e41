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

/** A community on one foreign server, its people on that and another; Ada follows the community. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GroupsContract {
  private Fediverse fediverse;
  private Instance alpha;
  private Person ada;
  private Outsider home;
  private Outsider away;
  private String group;
  private String other;
  private String mod;
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
    group = group(home, "cats");
    other = group(away, "dogs");
    mod = home.actor("mod");
    author = away.actor("author");
    home.befriend(fediverse, ada, group);
    away.befriend(fediverse, ada, other);
  }

  private static String group(Outsider outsider, String name) {
    String id = outsider.actor(name);
    ObjectNode actor = (ObjectNode) Json.parse(outsider.served("/" + name));
    outsider.serve("/" + name, actor.put("type", "Group"));
    return id;
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private String path(String kind) {
    return "/" + kind + "/" + ++count;
  }

  /** Something new in the community, which is served where it was written. */
  private ObjectNode written(String text) {
    String path = path("notes");
    ObjectNode note = away.note(path, author, text, group).put("audience", group);
    away.serve(path, note);
    return note;
  }

  private void announce(Outsider server, String by, JsonNode what) {
    ObjectNode announce = server.activity("Announce", path("announces"), by, what);
    announce.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    assertThat(server.send(alpha, announce)).isEqualTo(202);
    fediverse.settle();
  }

  /** The same as its people's server tells it when asked. */
  private ObjectNode done(Outsider server, String type, String by, JsonNode what) {
    String path = path("done");
    ObjectNode activity = server.activity(type, path, by, what);
    server.serve(path, activity);
    return activity;
  }

  private ObjectNode arrived(String text) {
    ObjectNode note = written(text);
    announce(home, group, away.create(note));
    return note;
  }

  private Status seen(ObjectNode note) {
    return ada.find(note.path("id").asString(), false).orElseThrow();
  }

  private boolean here(ObjectNode note) {
    return ada.find(note.path("id").asString(), false).isPresent();
  }

  private static JsonNode id(JsonNode document) {
    return document.path("id");
  }

  @Test
  void aPostComesOnceAndKeepsItsCommunity() {
    ObjectNode note = arrived("Once in a community");
    announce(home, group, id(note));
    assertThat(ada.homeTexts()).containsOnlyOnce("Once in a community");
    assertThat(seen(note).at("/community/uri").asString()).isEqualTo(group);
    assertThat(seen(note).at("/account/uri").asString()).isEqualTo(author);
  }

  @Test
  void answersComeIntoTheThread() {
    ObjectNode note = arrived("Who answers?");
    ObjectNode answer = written("I do").put("inReplyTo", note.path("id").asString());
    away.serve(answer.path("id").asString().substring(away.at("").length()), answer);
    announce(home, group, away.create(answer));
    assertThat(ada.thread(seen(note))).containsExactly("I do");
    assertThat(ada.homeTexts()).doesNotContain("I do");
    assertThat(seen(answer).at("/community/uri").asString()).isEqualTo(group);
  }

  @Test
  void editsAreReadWhereTheyWereMade() {
    ObjectNode note = arrived("As it was");
    note.put("content", "<p>As it is</p>").put("updated", "2026-04-01T00:00:00Z");
    away.serve(note.path("id").asString().substring(away.at("").length()), note);
    ObjectNode lie = note.deepCopy().put("content", "<p>As the group says</p>");
    announce(home, group, done(away, "Update", author, lie));
    assertThat(seen(note).text()).isEqualTo("As it is");
  }

  @Test
  void itsModeratorsDeleteAndRestoreAndNobodyElseDoes() {
    ObjectNode note = arrived("Soon removed");
    announce(away, other, done(away, "Delete", away.actor("stranger"), id(note)));
    assertThat(here(note)).isTrue();
    ObjectNode delete = done(home, "Delete", mod, id(note)).put("summary", "off topic");
    announce(home, group, delete);
    assertThat(here(note)).isFalse();
    announce(home, group, done(home, "Undo", mod, delete));
    assertThat(here(note)).isTrue();
  }

  @Test
  void whatModeratorsRemovedItsAuthorDoesNotBringBack() {
    ObjectNode note = arrived("Off topic");
    ObjectNode delete = done(home, "Delete", mod, id(note));
    announce(home, group, delete);
    String path = note.path("id").asString().substring(away.at("").length());
    note.remove("audience");
    note.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    away.serve(path, note);
    ObjectNode undo =
        away.activity("Undo", path("done"), author, done(away, "Delete", author, id(note)));
    assertThat(away.send(alpha, undo)).isEqualTo(202);
    fediverse.settle();
    announce(away, other, done(away, "Undo", author, delete));
    assertThat(here(note)).isFalse();
    announce(home, group, done(home, "Undo", mod, delete));
    assertThat(here(note)).isTrue();
  }

  @Test
  void whoPassesOnWhatAGroupSaidCannotChangeIt() {
    ObjectNode note = arrived("Said as it was said");
    String path = path("announces");
    ObjectNode announce = home.activity("Announce", path, group, id(note));
    home.serve(path, announce);
    ObjectNode twisted = announce.deepCopy();
    twisted.set("object", home.activity("Delete", path("done"), mod, id(note)));
    assertThat(away.send(alpha, twisted, author)).isEqualTo(202);
    fediverse.settle();
    assertThat(here(note)).isTrue();
  }

  @Test
  void whatCannotBeAskedForJustNowIsAskedForLater() {
    Outsider flaky = fediverse.outsider("flaky.test");
    String author = flaky.actor("author");
    ObjectNode edited = flaky.note("/notes/1", author, "As it was", group).put("audience", group);
    ObjectNode removed = flaky.note("/notes/2", author, "Comes back", group).put("audience", group);
    flaky.serve("/notes/1", edited);
    flaky.serve("/notes/2", removed);
    announce(home, group, flaky.create(edited));
    announce(home, group, flaky.create(removed));
    ObjectNode delete = done(home, "Delete", mod, id(removed));
    announce(home, group, delete);
    assertThat(here(removed)).isFalse();
    edited.put("content", "<p>As it is</p>").put("updated", "2026-04-01T00:00:00Z");
    flaky.serve("/notes/1", edited);
    flaky.fails(503);
    announce(home, group, flaky.activity("Update", "/updates/1", author, edited));
    announce(home, group, done(home, "Undo", mod, delete));
    assertThat(seen(edited).text()).isEqualTo("As it was");
    assertThat(here(removed)).isFalse();
    flaky.fails(0);
    fediverse.after(Duration.ofHours(1));
    assertThat(seen(edited).text()).isEqualTo("As it is");
    assertThat(here(removed)).isTrue();
  }

  @Test
  void whatCannotBeAskedForHoldsUpNothingThatComesWithIt() {
    Outsider flaky = fediverse.outsider("often-away.test");
    String author = flaky.actor("author");
    ObjectNode edited = flaky.note("/notes/1", author, "As it was", group).put("audience", group);
    flaky.serve("/notes/1", edited);
    announce(home, group, flaky.create(edited));
    ObjectNode note = written("In good company");
    flaky.fails(503);
    ObjectNode update = flaky.activity("Update", "/updates/1", author, edited);
    ObjectNode like =
        away.activity("Like", path("likes"), away.at("/fan"), note.path("id").asString());
    announce(home, group, Json.array().add(update).add(away.create(note)).add(like));
    assertThat(ada.homeTexts()).contains("In good company");
    assertThat(seen(note).count("favourites")).isEqualTo(1);
  }

  @Test
  void whatIsGoneWhereItWasGoes() {
    ObjectNode note = arrived("Taken back");
    announce(away, other, done(away, "Delete", author, id(note)));
    assertThat(here(note)).isTrue();
    String path = note.path("id").asString().substring(away.at("").length());
    away.serve(path, away.document("Tombstone", path));
    announce(away, other, done(away, "Delete", author, id(note)));
    assertThat(here(note)).isFalse();
  }

  @Test
  void aLockedPostTakesNoAnswersUntilItIsOpened() {
    ObjectNode note = arrived("Closed for now");
    String id = seen(note).id();
    ObjectNode lock = done(home, "Lock", mod, id(note));
    announce(away, other, done(away, "Lock", away.actor("stranger"), id(note)));
    ada.write("Still open", "in_reply_to_id", id);
    announce(home, group, lock);
    assertThat(ada.tries("/api/v1/statuses", "status", "Now?", "in_reply_to_id", id))
        .isBetween(400, 499);
    announce(home, group, done(home, "Undo", mod, lock));
    ada.write("Open again", "in_reply_to_id", id);
  }

  @Test
  void anAnswerFromHereGoesToTheCommunity() {
    ObjectNode note = arrived("Please answer");
    ada.write("Here you are", "in_reply_to_id", seen(note).id());
    fediverse.settle();
    JsonNode create = home.last();
    assertThat(create.at("/object/content").asString()).contains("Here you are");
    assertThat(create.at("/object/audience").toString()).contains(group);
    assertThat(create.at("/object/cc").toString()).contains(group);
    assertThat(List.copyOf(away.received())).contains("Create");
  }

  private String forum(String name) {
    String id = group(home, name);
    ObjectNode actor = (ObjectNode) Json.parse(home.served("/" + name));
    home.serve("/" + name, actor.put("postingRestrictedToMods", false));
    return id;
  }

  private JsonNode posted(String text, String... parameters) {
    ada.write(text, parameters);
    fediverse.settle();
    return home.last();
  }

  @Test
  void aPostToAForumIsAPageWithItsFirstLineForATitle() {
    String forum = forum("knots");
    String name = "@knots@" + home.authority();
    JsonNode create =
        posted("# " + name + " Best *rope*?\n\nWhich #hemp?", "content_type", "text/markdown");
    JsonNode page = create.path("object");
    assertThat(page.path("type").asString()).isEqualTo("Page");
    assertThat(page.path("name").asString()).isEqualTo("Best rope?");
    assertThat(page.path("content").asString()).contains("Which").doesNotContain("rope");
    assertThat(page.path("audience").asString()).isEqualTo(forum);
    for (JsonNode audience : List.of(create.path("to"), page.path("to")))
      assertThat(audience.toString())
          .isEqualTo(
              Json.array()
                  .add("https://www.w3.org/ns/activitystreams#Public")
                  .add(forum)
                  .toString());
    assertThat(page.path("tag").toString()).contains("#hemp").contains(name);
    assertThat(page.has("source")).isFalse();
    Status mine = ada.find(page.path("id").asString(), false).orElseThrow();
    assertThat(mine.at("/details/title").asString()).isEqualTo("Best rope?");
    assertThat(mine.at("/community/uri").asString()).isEqualTo(forum);
    announce(home, forum, create);
    assertThat(mine.count("replies")).isZero();
    ada.edit(mine, name + " Worst rope?");
    fediverse.settle();
    assertThat(home.last().path("type").asString()).isEqualTo("Update");
    assertThat(home.last().at("/object/name").asString()).isEqualTo("Worst rope?");
    assertThat(home.last().at("/object/type").asString()).isEqualTo("Page");
    assertThat(home.last().at("/object/content").asString()).isEmpty();
  }

  @Test
  void aPostToAnotherGroupStaysANote() {
    JsonNode note = posted("@cats@" + home.authority() + " Look at this").path("object");
    assertThat(note.path("type").asString()).isEqualTo("Note");
    assertThat(note.has("name")).isFalse();
    assertThat(note.path("content").asString()).contains("Look at this");
    assertThat(note.path("audience").asString()).isEqualTo(group);
    assertThat(note.path("to").toString()).contains(group);
  }

  @Test
  void whatIsNotForAllBelongsToNoCommunity() {
    JsonNode note =
        posted("@cats@" + home.authority() + " Only you", "visibility", "direct").path("object");
    assertThat(note.has("audience")).isFalse();
    assertThat(note.path("to").toString()).contains(group).doesNotContain("#Public");
  }
}
