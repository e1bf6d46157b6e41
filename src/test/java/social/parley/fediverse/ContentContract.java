package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is in posts and profiles, as it arrives at another server. */
abstract class ContentContract extends ContentScene {
  @Test
  void warningsLanguagesAndTagsArrive() {
    Status post =
        written(
            ada, "Die Torte ist fertig #Kuchen #backen", "spoiler_text", "Essen", "language", "de");
    Status seen = ben.view(post);
    assertThat(seen.at("/spoiler_text").asString()).isEqualTo("Essen");
    assertThat(seen.at("/sensitive").asBoolean()).isTrue();
    assertThat(seen.at("/language").asString()).isEqualTo("de");
    assertThat(seen.at("/tags").valueStream().map(tag -> tag.path("name").asString()))
        .containsExactlyInAnyOrder("kuchen", "backen");
    assertThat(ben.get("/api/v1/timelines/tag/Kuchen").valueStream().map(Status::new))
        .extracting(Status::uri)
        .containsExactly(post.uri());
  }

  @Test
  void markdownArrivesAsMarkup() {
    Status post =
        written(ada, "Some **bold** words\n\n- and a list", "content_type", "text/markdown");
    assertThat(ben.view(post).json().path("content").asString())
        .contains("<strong>bold</strong>")
        .contains("<li>");
  }

  @Test
  void anEditThatKeepsTheTimeOfPublicationIsSeenByItsContent() {
    Outsider blog = fediverse.outsider("blog.test");
    String author = blog.actor("author");
    blog.befriend(fediverse, ben, author);
    ObjectNode note = blog.note("/notes/1", author, "As it was");
    note.set("updated", note.path("published"));
    blog.send(ben.server(), blog.create(note));
    blog.send(ben.server(), blog.activity("Update", "/updates/1", author, note));
    fediverse.settle();
    assertThat(versions(note)).as("nothing has changed").isLessThan(2);
    ObjectNode first = note.deepCopy().put("content", "<p>As it is</p>");
    blog.send(ben.server(), blog.activity("Update", "/updates/2", author, first));
    ObjectNode second = note.deepCopy().put("content", "<p>As it stays</p>");
    blog.send(ben.server(), blog.activity("Update", "/updates/3", author, second));
    ObjectNode older = note.deepCopy().put("content", "<p>As it never was</p>");
    older.put("updated", fediverse.clock().instant().minusSeconds(60).toString());
    older.put("sensitive", true).put("commentsEnabled", false);
    blog.send(ben.server(), blog.activity("Update", "/updates/4", author, older));
    fediverse.settle();
    assertThat(found(note).text()).isEqualTo("As it stays");
    assertThat(found(note).at("/sensitive").asBoolean()).isFalse();
    ben.reply(found(note), "Still open");
    assertThat(versions(note)).as("the first of each time").isEqualTo(2);
  }

  private Status found(ObjectNode note) {
    return ben.find(note.path("id").asString(), false).orElseThrow();
  }

  private int versions(ObjectNode note) {
    return ben.get("/api/v1/statuses/" + found(note).id() + "/history").size();
  }

  @Test
  void picturesArriveWithTheirDescriptions() {
    String picture = ada.upload(Pictures.png(120, 80), "A red square");
    Status post = written(ada, "Look", "media_ids[]", picture, "sensitive", "true");
    Status own = ada.view(post);
    Status seen = ben.view(post);
    assertThat(seen.at("/media_attachments").size()).isEqualTo(1);
    assertThat(seen.at("/media_attachments/0/type").asString()).isEqualTo("image");
    assertThat(seen.at("/media_attachments/0/description").asString()).isEqualTo("A red square");
    assertThat(seen.at("/media_attachments/0/blurhash").asString())
        .isNotBlank()
        .isEqualTo(own.at("/media_attachments/0/blurhash").asString());
    assertThat(seen.at("/media_attachments/0/meta/original/width").asInt()).isEqualTo(120);
    assertThat(seen.at("/media_attachments/0/remote_url").asString())
        .startsWith(ada.server().settings().url().value());
    assertThat(seen.at("/sensitive").asBoolean()).isTrue();
  }

  @Test
  void aPollIsVotedOnFromElsewhere() {
    Person cara = fediverse.person("cara", "alpha.test");
    Person dora = fediverse.person("dora", "beta.test");
    Person emil = fediverse.person("emil", "beta.test");
    dora.follow(cara);
    fediverse.settle();
    Status poll = written(cara, "Tea or coffee?", poll(3600, false, "Tea", "Coffee"));
    dora.vote(poll, 0);
    emil.vote(poll, 1);
    cara.write("Something else");
    fediverse.settle();
    assertThat(cara.view(poll).votes()).containsExactly(1L, 1L);
    assertThat(cara.view(poll).at("/poll/voters_count").asInt()).isEqualTo(2);
    fediverse.after(Duration.ofMinutes(10));
    assertThat(dora.view(poll).votes()).as("the counts come back").containsExactly(1L, 1L);
    assertThat(dora.view(poll).at("/poll/own_votes").get(0).asInt()).isZero();
    assertThat(dora.tries("/api/v1/polls/" + dora.view(poll).id() + "/votes", "choices[]", "1"))
        .as("nobody votes twice")
        .isEqualTo(422);
    fediverse.after(Duration.ofHours(2));
    assertThat(cara.notifications()).contains("poll cara");
    assertThat(dora.notifications()).contains("poll cara");
    assertThat(dora.view(poll).at("/poll/expired").asBoolean()).isTrue();
    assertThat(emil.tries("/api/v1/polls/" + emil.view(poll).id() + "/votes", "choices[]", "0"))
        .isEqualTo(422);
    assertThat(cara.view(poll).votes()).containsExactly(1L, 1L);
  }

  @Test
  void aPollMayHaveSeveralAnswers() {
    Person fred = fediverse.person("fred", "alpha.test");
    Person gina = fediverse.person("gina", "beta.test");
    gina.follow(fred);
    fediverse.settle();
    Status poll = written(fred, "Which ones?", poll(3600, true, "Red", "Green", "Blue"));
    assertThat(gina.view(poll).at("/poll/multiple").asBoolean()).isTrue();
    gina.vote(poll, 0, 2);
    fediverse.settle();
    assertThat(fred.view(poll).votes()).containsExactly(1L, 0L, 1L);
    assertThat(fred.view(poll).at("/poll/voters_count").asInt()).isEqualTo(1);
    fediverse.after(Duration.ofMinutes(10));
    assertThat(gina.view(poll).votes()).containsExactly(1L, 0L, 1L);
  }

  @Test
  void anEditChangesAnswersAndDescriptions() {
    Person olga = fediverse.person("olga", "alpha.test");
    Person paul = fediverse.person("paul", "beta.test");
    paul.follow(olga);
    fediverse.settle();
    Status poll = written(olga, "Which?", poll(3600, false, "Plums", "Pears"));
    paul.vote(poll, 0);
    fediverse.settle();
    edit(olga, poll, "status", "Which?", poll(3600, false, "Plums", "Figs"));
    assertThat(paul.view(poll).at("/poll/options/1/title").asString()).isEqualTo("Figs");
    for (Person one : List.of(olga, paul))
      assertThat(one.view(poll).votes()).as("votes for other answers").containsExactly(0L, 0L);
    paul.vote(poll, 1);
    fediverse.settle();
    assertThat(olga.view(poll).votes()).containsExactly(0L, 1L);
    String picture = olga.upload(Pictures.png(12, 8), "A square");
    Status post = written(olga, "Look", "media_ids[]", picture);
    edit(
        olga,
        post,
        "media_ids[]",
        picture,
        "media_attributes[][id]",
        picture,
        "media_attributes[][description]",
        "A red square",
        "spoiler_text",
        "Red",
        "language",
        "fr");
    Status seen = paul.view(post);
    assertThat(seen.at("/media_attachments/0/description").asString()).isEqualTo("A red square");
    assertThat(seen.at("/spoiler_text").asString()).isEqualTo("Red");
    assertThat(seen.at("/language").asString()).isEqualTo("fr");
  }

  private void edit(Person author, Status post, String name, String value, String... more) {
    List<String> pairs = new ArrayList<>(List.of(name, value));
    pairs.addAll(List.of(more));
    author.put("/api/v1/statuses/" + post.id(), pairs.toArray(new String[0]));
    fediverse.settle();
  }

  private static String[] poll(int seconds, boolean multiple, String... options) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "poll[expires_in]",
                Integer.toString(seconds),
                "poll[multiple]",
                Boolean.toString(multiple)));
    for (String option : options) parameters.addAll(List.of("poll[options][]", option));
    return parameters.toArray(new String[0]);
  }

  @Test
  void pinsArrive() {
    Status first = written(ada, "Pin me");
    ada.act("pin", first);
    fediverse.settle();
    assertThat(pinned(ben)).containsExactly("Pin me");
    JsonNode featured = ada.server().document(ada.iri() + "/collections/featured").json();
    assertThat(featured.path("type").asString()).isEqualTo("OrderedCollection");
    assertThat(featured.at("/orderedItems/0/id").asString()).isEqualTo(first.uri());
    ada.act("unpin", first);
    fediverse.settle();
    assertThat(pinned(ben)).isEmpty();
    assertThat(ada.server().document(ada.iri() + "/collections/featured").json().toString())
        .doesNotContain(first.uri());
  }

  private List<String> pinned(Person reader) {
    return reader
        .get("/api/v1/accounts/" + reader.idOf(ada) + "/statuses?pinned=true")
        .valueStream()
        .map(one -> new Status(one).text())
        .toList();
  }

  @Test
  void profilesArriveAndChange() {
    Person hugo = fediverse.person("hugo", "alpha.test");
    Person ines = fediverse.person("ines", "beta.test");
    ines.follow(hugo);
    fediverse.settle();
    hugo.profile(
        "display_name",
        "Hugo the Great",
        "note",
        "I write #poems",
        "bot",
        "true",
        "fields_attributes[0][name]",
        "Town",
        "fields_attributes[0][value]",
        "Ghent");
    fediverse.settle();
    JsonNode seen = ines.profile(hugo);
    assertThat(seen.path("display_name").asString()).isEqualTo("Hugo the Great");
    assertThat(seen.path("note").asString()).contains("poems");
    assertThat(seen.path("bot").asBoolean()).isTrue();
    assertThat(seen.at("/fields/0/name").asString()).isEqualTo("Town");
    assertThat(seen.at("/fields/0/value").asString()).isEqualTo("Ghent");
  }

  @Test
  void aDeletedAccountTakesItsPostsAlong() {
    Person jana = fediverse.person("jana", "alpha.test");
    Person karl = fediverse.person("karl", "beta.test");
    karl.follow(jana);
    fediverse.settle();
    Status post = written(jana, "Last words");
    assertThat(karl.homeTexts()).contains("Last words");
    jana.server().community().accounts().delete(jana.account());
    fediverse.settle();
    assertThat(karl.sees(post)).isEmpty();
    assertThat(karl.homeTexts()).isEmpty();
    assertThat(karl.profile(karl).path("following_count").asInt()).isZero();
    for (String iri : List.of(jana.iri(), post.uri()))
      assertThat(jana.server().document(iri).status()).as(iri).isEqualTo(410);
    assertThat(jana.server().document(jana.iri()).text("/type")).isEqualTo("Tombstone");
    assertThat(finger(jana.server(), "acct:" + jana.handle()).status()).isEqualTo(410);
  }
}
