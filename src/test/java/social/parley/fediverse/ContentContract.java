package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is in posts and profiles, as it arrives at another server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContentContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;

  abstract Fediverse open(String... hosts);

  /** Ben follows Ada. */
  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    ben.follow(ada);
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Status written(Person author, String text, String... parameters) {
    Status post = author.write(text, parameters);
    fediverse.settle();
    return post;
  }

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

  private static Answer finger(Instance server, String resource) {
    return server
        .client()
        .get("/.well-known/webfinger?resource=" + resource.replace(":", "%3A"), null);
  }

  @Test
  void webFingerLeadsBothWays() {
    String authority = ada.server().authority();
    for (String resource :
        List.of("acct:ada@" + authority, ada.iri(), ada.server().settings().url() + "/@ada")) {
      var answer = finger(ada.server(), resource);
      assertThat(answer.header("Content-Type")).startsWith("application/jrd+json");
      assertThat(answer.text("/subject")).isEqualTo("acct:ada@" + authority);
      assertThat(answer.json().toString()).contains("\"href\":\"" + ada.iri() + "\"");
    }
    assertThat(finger(ada.server(), "acct:nobody@" + authority).status()).isEqualTo(404);
    assertThat(finger(ada.server(), "acct:ada@elsewhere.test").status()).isEqualTo(404);
    assertThat(finger(ada.server(), "").status()).isEqualTo(400);
  }

  @Test
  void nodeInfoTellsWhatThisIs() {
    JsonNode links = ada.server().client().get("/.well-known/nodeinfo", null).json();
    assertThat(links.path("links").valueStream().map(link -> link.path("href").asString()))
        .contains(
            ada.server().settings().at("/nodeinfo/2.0").value(),
            ada.server().settings().at("/nodeinfo/2.1").value());
    for (String version : List.of("2.0", "2.1")) {
      JsonNode info = ada.server().client().get("/nodeinfo/" + version, null).json();
      assertThat(info.path("version").asString()).isEqualTo(version);
      assertThat(info.at("/software/name").asString()).isEqualTo("parley");
      assertThat(info.at("/protocols/0").asString()).isEqualTo("activitypub");
      assertThat(info.at("/usage/users/total").asInt()).isPositive();
    }
  }

  @Test
  void collectionsArePaged() {
    Person lena = fediverse.person("lena", "alpha.test");
    for (int i = 0; i < 25; i++) lena.write("Number " + i);
    lena.write("Hidden", "visibility", "private");
    ben.follow(lena);
    fediverse.settle();
    List<String> texts = new ArrayList<>();
    int pages =
        walk(
            lena.server(),
            lena.iri() + "/outbox",
            item -> {
              texts.add(item.at("/object/content").asString());
            });
    assertThat(pages).isGreaterThan(1);
    assertThat(texts).hasSize(25).doesNotHaveDuplicates().noneMatch(one -> one.contains("Hidden"));
    List<String> followers = new ArrayList<>();
    walk(lena.server(), lena.iri() + "/followers", item -> followers.add(item.asString()));
    assertThat(followers).containsExactly(ben.iri());
    List<String> following = new ArrayList<>();
    walk(ben.server(), ben.iri() + "/following", item -> following.add(item.asString()));
    assertThat(following).contains(lena.iri(), ada.iri());
  }

  private static int walk(Instance server, String collection, Consumer<JsonNode> each) {
    JsonNode top = server.document(collection).json();
    assertThat(top.path("type").asString()).isEqualTo("OrderedCollection");
    String next = top.path("first").asString();
    int pages = 0;
    long items = 0;
    while (!next.isEmpty()) {
      JsonNode page = server.document(next).json();
      assertThat(page.path("type").asString()).isEqualTo("OrderedCollectionPage");
      assertThat(page.path("partOf").asString()).isEqualTo(collection);
      page.path("orderedItems").forEach(each);
      items += page.path("orderedItems").size();
      next = page.path("next").asString("");
      pages++;
    }
    assertThat(items).isEqualTo(top.path("totalItems").asLong());
    return pages;
  }

  @Test
  void theInstanceActorIsReadableByAnybody() {
    var answer = ada.server().document(ada.server().settings().url() + "/actor");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/type")).isEqualTo("Application");
    assertThat(answer.text("/publicKey/publicKeyPem")).startsWith("-----BEGIN PUBLIC KEY-----");
  }

  @Test
  void handlesMayHaveAnotherDomainThanTheServer() {
    Outsider front = fediverse.outsider("delta.test");
    Instance server =
        fediverse.add("social.delta.test", Map.of("PARLEY_HANDLE_DOMAIN", front.authority()));
    front.redirects("/.well-known/webfinger", server.settings().url().value());
    Person mona = server.person("mona");
    Person nils = fediverse.person("nils", "beta.test");
    assertThat(mona.handle()).isEqualTo("mona@" + front.authority());
    nils.follow(mona);
    fediverse.settle();
    assertThat(nils.profile(mona).path("acct").asString()).isEqualTo(mona.handle());
    Status post = written(mona, "Hello @" + nils.handle());
    assertThat(nils.view(post).at("/account/acct").asString()).isEqualTo(mona.handle());
    Status answer = nils.reply(post, "Hi @" + mona.handle());
    fediverse.settle();
    assertThat(mona.notifications()).contains("mention nils", "follow nils");
    assertThat(mona.thread(post)).containsExactly("Hi @mona");
    assertThat(nils.idOf(mona.iri())).isEqualTo(nils.idOf(mona));
    assertThat(mona.view(answer).at("/account/acct").asString()).isEqualTo(nils.handle());
  }
}
