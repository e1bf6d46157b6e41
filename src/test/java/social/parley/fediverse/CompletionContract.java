package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.jsonld.Json;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.node.ObjectNode;

/** What other servers have of conversations and profiles, fetched when somebody opens them. */
abstract class CompletionContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;
  private Person cleo;

  abstract Fediverse open(String... hosts);

  /** Nobody knows Ada, who looks at what Ben and Cleo say to each other. */
  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test", "gamma.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    cleo = fediverse.person("cleo", "gamma.test");
    ben.follow(cleo);
    cleo.follow(ben);
    fediverse.settle();
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  private static Status found(Person who, Status post) {
    Optional<Status> found = who.find(post.uri(), true);
    assertThat(found).isPresent();
    return found.get();
  }

  private Answer context(Status post) {
    return ada.server().client().get("/api/v1/statuses/" + post.id() + "/context", ada.token());
  }

  private Answer refresh(String id) {
    return ada.server().client().get("/api/v1_alpha/async_refreshes/" + id, ada.token());
  }

  @Test
  void anOpenedConversationIsCompleted() {
    Status top = ben.write("Who comes?");
    fediverse.settle();
    Status answer = cleo.reply(top, "I do");
    fediverse.settle();
    ben.reply(answer, "Good");
    fediverse.settle();
    Status here = found(ada, top);
    Answer first = context(here);
    assertThat(first.json().path("descendants").size()).isZero();
    String header = first.response().headers().firstValue("Mastodon-Async-Refresh").orElse("");
    assertThat(header).startsWith("id=\"").contains("retry=");
    String id = header.replaceAll("id=\"(\\d+)\".*", "$1");
    assertThat(refresh(id).text("/async_refresh/status")).isEqualTo("running");
    fediverse.settle();
    assertThat(ada.thread(top)).containsExactly("I do", "Good");
    Answer done = refresh(id);
    assertThat(done.text("/async_refresh/status")).isEqualTo("finished");
    assertThat(done.json().at("/async_refresh/result_count").asInt()).isEqualTo(2);
    assertThat(context(here).response().headers().firstValue("Mastodon-Async-Refresh")).isEmpty();
    assertThat(ada.homeTexts()).isEmpty();
    assertThat(ada.notifications()).isEmpty();
  }

  @Test
  void whatIsCompletedIsNoNewsForFollowers() {
    Status top = ben.write("An old question");
    fediverse.settle();
    cleo.reply(top, "An old answer to @" + ben.handle());
    fediverse.settle();
    ada.follow(cleo);
    fediverse.settle();
    found(ada, top);
    ada.thread(top);
    fediverse.settle();
    assertThat(ada.thread(top)).hasSize(1);
    assertThat(ada.homeTexts()).isEmpty();
    assertThat(ada.notifications()).isEmpty();
  }

  @Test
  void strangersSetNothingGoing() {
    Status top = ben.write("Who comes?");
    fediverse.settle();
    cleo.reply(top, "I do");
    fediverse.settle();
    Status here = found(ada, top);
    String path = "/api/v1/statuses/" + here.id() + "/context";
    assertThat(ada.server().client().get(path, null).status()).isEqualTo(200);
    fediverse.settle();
    assertThat(ada.server().client().get(path, null).json().path("descendants").size()).isZero();
  }

  @Test
  void whatDoesNotBelongIsLeftOut() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.serve("/1", withReplies(foreign.note("/1", author, "Top"), foreign, "/2", "/3"));
    foreign.serve("/2", answer(foreign.note("/2", author, "Belongs"), foreign.at("/1")));
    foreign.serve("/3", answer(foreign.note("/3", author, "Stray"), foreign.at("/elsewhere")));
    Status here = ada.find(foreign.at("/1"), true).orElseThrow();
    context(here);
    fediverse.settle();
    assertThat(ada.thread(here)).containsExactly("Belongs");
    assertThat(ada.find(foreign.at("/3"), false)).isEmpty();
  }

  @Test
  void whatIsFoundIsCountedWhileTheRestIsFetched() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.serve("/1", withReplies(foreign.note("/1", author, "Top"), foreign, "/2", "/3"));
    foreign.serve("/2", answer(foreign.note("/2", author, "First"), foreign.at("/1")));
    foreign.serve("/3", answer(foreign.note("/3", author, "Second"), foreign.at("/1")));
    Status here = ada.find(foreign.at("/1"), true).orElseThrow();
    String header =
        context(here).response().headers().firstValue("Mastodon-Async-Refresh").orElse("");
    String id = header.replaceAll("id=\"(\\d+)\".*", "$1");
    List<Answer> meanwhile = new CopyOnWriteArrayList<>();
    foreign.meanwhile("/3", () -> meanwhile.add(refresh(id)));
    fediverse.settle();
    assertThat(meanwhile.getFirst().text("/async_refresh/status")).isEqualTo("running");
    assertThat(meanwhile.getFirst().json().at("/async_refresh/result_count").asInt()).isEqualTo(1);
    assertThat(refresh(id).json().at("/async_refresh/result_count").asInt()).isEqualTo(2);
  }

  @Test
  void itIsNotFetchedAgainWithinMinutes() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.serve("/1", withReplies(foreign.note("/1", author, "Top"), foreign, "/2"));
    foreign.serve("/2", answer(foreign.note("/2", author, "Answer"), foreign.at("/1")));
    Status here = ada.find(foreign.at("/1"), true).orElseThrow();
    for (int i = 0; i < 3; i++) {
      context(here);
      fediverse.settle();
    }
    assertThat(foreign.asked().stream().filter("/2"::equals)).hasSize(1);
    fediverse.after(Duration.ofMinutes(11));
    context(here);
    fediverse.settle();
    assertThat(foreign.asked().stream().filter("/2"::equals)).hasSize(2);
  }

  private static ObjectNode answer(ObjectNode note, String to) {
    return note.put("inReplyTo", to);
  }

  private static ObjectNode withReplies(ObjectNode note, Outsider at, String... paths) {
    ObjectNode replies = Json.object().put("type", "Collection").put("id", at.at("/replies"));
    ObjectNode page = Json.object().put("type", "CollectionPage").put("partOf", at.at("/replies"));
    for (String path : paths) page.withArray("items").add(at.at(path));
    replies.set("first", page);
    note.set("replies", replies);
    return note;
  }

  @Test
  void anOpenedProfileIsFilled() {
    Status pinned = ben.write("This is me");
    ben.act("pin", pinned);
    ben.write("Only for friends", "visibility", "private");
    ben.write("Latest");
    fediverse.settle();
    assertThat(ada.textsOf(ben)).isEmpty();
    fediverse.settle();
    assertThat(ada.textsOf(ben)).isEqualTo(List.of("Latest", "This is me"));
    String path = "/api/v1/accounts/" + ada.idOf(ben) + "/statuses?pinned=true";
    assertThat(ada.get(path).valueStream().map(Status::new).map(Status::text))
        .containsExactly("This is me");
    assertThat(ada.homeTexts()).isEmpty();
  }

  @Test
  void aSlowServerIsNotWaitedFor() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    ObjectNode outbox = foreign.document("OrderedCollection", "/author/outbox");
    for (int i = 0; i < 20; i++) {
      foreign.serve("/notes/" + i, foreign.note("/notes/" + i, author, "Note " + i));
      outbox
          .withArray("orderedItems")
          .add(foreign.activity("Create", "/creates/" + i, author, foreign.at("/notes/" + i)));
    }
    foreign.serve("/author/outbox", outbox);
    String path = "/api/v1/accounts/" + ada.idOf(author) + "/statuses";
    ada.get(path);
    foreign.takes(Duration.ofSeconds(50));
    fediverse.settle();
    foreign.takes(Duration.ZERO);
    assertThat(foreign.asked().stream().filter(asked -> asked.startsWith("/notes/"))).hasSize(3);
    assertThat(ada.get(path)).hasSize(3);
  }

  @Test
  void aCommunityShowsWhoModeratesIt() {
    Outsider forum = fediverse.outsider("forum.test");
    String group = forum.actor("cats");
    String mia = forum.actor("mia");
    ObjectNode document = (ObjectNode) Json.parse(forum.served("/cats"));
    forum.serve(
        "/cats", document.put("type", "Group").put("attributedTo", forum.at("/cats/moderators")));
    ObjectNode list = forum.document("OrderedCollection", "/cats/moderators");
    list.putArray("orderedItems").add(mia).add(ben.iri()).add("https://nowhere.test/nobody");
    forum.serve("/cats/moderators", list);
    String account = ada.idOf(group);
    String page = "/@cats@" + forum.authority();
    assertThat(shown(page)).doesNotContain("Moderators");
    ada.get("/api/v1/accounts/" + account + "/statuses");
    fediverse.settle();
    assertThat(shown(page)).contains("Moderators", "@mia@" + forum.authority(), ben.handle());
    list.putArray("orderedItems").add(ben.iri());
    forum.serve("/cats/moderators", list);
    fediverse.clock().advance(Duration.ofDays(2));
    ada.get("/api/v1/accounts/" + account + "/statuses");
    fediverse.settle();
    assertThat(shown(page)).contains(ben.handle()).doesNotContain("@mia@");
  }

  private String shown(String page) {
    return ada.server()
        .client()
        .send("GET", page, null, null, null, "Accept", "text/html")
        .response()
        .body();
  }
}
