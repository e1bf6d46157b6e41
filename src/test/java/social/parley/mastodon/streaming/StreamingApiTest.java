package social.parley.mastodon.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import social.parley.accounts.PresentedToken;
import social.parley.announcements.NoticeDraft;
import social.parley.core.ActorId;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.streaming.Ear.Heard;
import social.parley.streaming.EventStream;
import social.parley.streaming.Message;
import tools.jackson.databind.JsonNode;

/** What those hear who are connected, over both ways of listening. */
class StreamingApiTest extends Listening {
  /** What everybody hears first who listens to all of these. */
  private void tellsAll(Ear ear, Person listener) {
    Person friend = person();
    listener.follow(friend);
    Status post = friend.write("Look at this, @" + listener.handle());
    assertThat(ear.next("update").json().path("id").asString()).isEqualTo(post.id());
    Heard told = ear.next("notification");
    assertThat(told.json().path("type").asString()).isEqualTo("mention");
    assertThat(told.json().at("/status/id").asString()).isEqualTo(post.id());
    friend.edit(post, "Look at that");
    Heard edited = ear.next("status.update");
    assertThat(edited.json().path("content").asString()).contains("that");
    assertThat(edited.json().path("favourited").asBoolean(true)).isFalse();
    friend.delete(post);
    assertThat(ear.next("delete").payload()).isEqualTo(post.id());
    listener.post("/api/v1/filters", "phrase", "sport", "context[]", "home");
    assertThat(ear.next("filters_changed").payload()).isIn("", "null");
  }

  @Test
  void theUserStreamTellsAllOverASocket() {
    Person listener = person();
    try (Ear ear = socket(listener, "?stream=user")) {
      tellsAll(ear, listener);
    }
  }

  @Test
  void theUserStreamTellsAllAsEvents() {
    Person listener = person();
    try (Ear ear = events(listener, "/user")) {
      tellsAll(ear, listener);
    }
  }

  @Test
  void whatWaitsForAgreementIsToldInWordsToo() {
    Person author = person();
    try (Ear ear = socket(author, "?stream=user:notification")) {
      Status post =
          author.write("Ask me", "interaction_policy[can_reply][with_approval][]", "public");
      Status reply = person().reply(post, "May I?");
      JsonNode told = ear.next("notification").json();
      assertThat(told.path("type").asString()).isEqualTo("pending.reply");
      assertThat(told.at("/status/id").asString()).isEqualTo(reply.id());
      assertThat(told.at("/fallback/title").asString()).endsWith("wants to reply to your post");
    }
  }

  @Test
  void oneSocketHearsManyStreamsEachByItsName() {
    Person writer = person();
    try (Ear ear = socket(ada, "")) {
      ear.ask("subscribe", "public");
      ear.ask("subscribe", "public");
      ear.ask("subscribe", "public:local");
      ear.ask("subscribe", "public:remote");
      ear.ask("subscribe", "public:media");
      ear.ask("subscribe", "hashtag", "tag", "CatS");
      Status post = writer.write("These are #cats");
      List<Heard> three = List.of(ear.next(), ear.next(), ear.next());
      assertThat(three)
          .extracting(Heard::stream)
          .containsExactlyInAnyOrder(
              List.of("public"), List.of("public:local"), List.of("hashtag", "CatS"));
      assertThat(three).extracting(Heard::event).containsOnly("update");
      assertThat(three).extracting(one -> one.json().path("id").asString()).containsOnly(post.id());
      ear.ask("unsubscribe", "public");
      ear.ask("unsubscribe", "hashtag", "tag", "CatS");
      writer.write("More #cats");
      fediverse.settle();
      ear.ask("subscribe", "public");
      assertThat(ear.all()).extracting(Heard::stream).containsExactly(List.of("public:local"));
    }
  }

  @Test
  void whatCannotBeHeardIsToldOnTheSocket() {
    try (Ear ear = socket(ada, "?stream=nonsense")) {
      assertThat(ear.next().payload()).contains("Unknown stream type").contains("400");
      ear.say("{\"type\":\"subscribe\",\"stream\":\"hashtag\"}");
      assertThat(ear.next().payload()).contains("400");
      ear.say("no json");
      assertThat(ear.next().payload()).contains("400");
    }
    assertThat(ada.server().client().get(BASE + "/hashtag", ada.token()).status()).isEqualTo(400);
    Answer health = ada.server().client().get(BASE + "/health", null);
    assertThat(health.response().body()).isEqualTo("OK");
  }

  @Test
  void homesHearWhatStandsOnThem() {
    Person writer = person();
    Person follower = person();
    Person stranger = person();
    follower.follow(writer);
    try (Ear near = socket(follower, "?stream=user");
        Ear far = socket(stranger, "?stream=user");
        Ear own = socket(writer, "?stream=user")) {
      Status post = writer.write("For followers", "visibility", "private");
      Status boosted = writer.boost(ada.write("Worth a boost"));
      assertThat(near.next().json().path("id").asString()).isEqualTo(post.id());
      Heard boost = near.next();
      assertThat(boost.json().path("id").asString()).isEqualTo(boosted.id());
      assertThat(boost.json().at("/reblog/content").asString()).contains("Worth");
      assertThat(own.next().json().path("id").asString()).isEqualTo(post.id());
      assertThat(own.next().json().path("reblogged").asBoolean()).isTrue();
      writer.delete(post);
      assertThat(near.next("delete").payload()).isEqualTo(post.id());
      fediverse.settle();
      far.ask("subscribe", "public:remote");
      assertThat(far.all()).isEmpty();
    }
  }

  @Test
  void listsHearTheirMembersAndOnlyTheirOwnerListens() {
    Person owner = person();
    Person member = person();
    owner.follow(member);
    String list = owner.post("/api/v1/lists", "title", "Friends").path("id").asString();
    owner.post("/api/v1/lists/" + list + "/accounts", "account_ids[]", member.id());
    var client = owner.server().client();
    assertThat(client.get(BASE + "/list?list=" + list, ada.token()).status()).isEqualTo(401);
    assertThat(client.get(BASE + "/list", ada.token()).status()).isEqualTo(400);
    try (Ear ear = socket(owner, "?stream=list&list=" + list)) {
      ada.write("I am on no list");
      Status post = member.write("I am on the list");
      Heard heard = ear.next();
      assertThat(heard.stream()).containsExactly("list", list);
      assertThat(heard.json().path("id").asString()).isEqualTo(post.id());
      member.delete(post);
      assertThat(ear.next().event()).isEqualTo("delete");
    }
  }

  @Test
  void conversationsAreHeard() {
    Person writer = person();
    Person reader = person();
    try (Ear ear = socket(reader, "?stream=direct")) {
      Status letter = writer.write("Dear @" + reader.handle(), "visibility", "direct");
      Heard heard = ear.next();
      assertThat(heard.stream()).containsExactly("direct");
      assertThat(heard.event()).isEqualTo("conversation");
      assertThat(heard.json().at("/last_status/id").asString()).isEqualTo(letter.id());
      assertThat(heard.json().at("/accounts/0/id").asString()).isEqualTo(writer.id());
    }
  }

  @Test
  void announcementsAreHeardByEverybody() {
    Person listener = person();
    var notices = listener.server().community().notices();
    try (Ear ear = socket(listener, "?stream=user")) {
      var notice = notices.create(NoticeDraft.of("We **move**"));
      Heard announced = ear.next("announcement");
      assertThat(announced.json().path("content").asString()).contains("<strong>move</strong>");
      assertThat(announced.json().path("id").asString()).isEqualTo(Long.toString(notice.id()));
      notices.react(ActorId.parse(listener.id()), notice.id(), "\uD83D\uDC4D");
      Heard reaction = ear.next("announcement.reaction");
      assertThat(reaction.json().path("count").asInt()).isEqualTo(1);
      assertThat(reaction.json().path("announcement_id").asString())
          .isEqualTo(Long.toString(notice.id()));
      notices.delete(notice.id());
      assertThat(ear.next("announcement.delete").payload()).isEqualTo(Long.toString(notice.id()));
    }
  }

  @Test
  void postsFromElsewhereAreHeard() {
    Person far = fediverse.person("far" + ++people, "beta.test");
    Person listener = person();
    listener.follow(far);
    fediverse.settle();
    try (Ear ear = socket(listener, "?stream=public:remote")) {
      ear.ask("subscribe", "user");
      far.write("From elsewhere");
      fediverse.settle();
      assertThat(List.of(ear.next(), ear.next()))
          .extracting(Heard::stream)
          .containsExactlyInAnyOrder(List.of("public:remote"), List.of("user"));
    }
  }

  @Test
  void filtersOfTheListenerAreFilledIn() {
    Person writer = person();
    Person filtering = person();
    filtering.post(
        "/api/v2/filters",
        "title",
        "t",
        "context[]",
        "public",
        "keywords_attributes[0][keyword]",
        "football");
    try (Ear one = socket(filtering, "?stream=public");
        Ear other = socket(ada, "?stream=public")) {
      writer.write("Nothing but football");
      assertThat(one.next().json().path("filtered").size()).isEqualTo(1);
      assertThat(other.next().json().path("filtered").size()).isZero();
    }
  }

  @Test
  void aStreamWithoutEventsShowsThatItLives() throws IOException {
    var shown = (PresentedToken.Valid) ada.server().community().tokens().check(ada.token());
    try (PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in)) {
      CompletableFuture<Void> running =
          CompletableFuture.runAsync(() -> {
            EventStream stream =
                new EventStream(shown.access().actor(), shown.access().token().id(), true);
            stream.send(new Message(List.of("user"), "delete", "1"));
            stream.write(out, Duration.ofMillis(20));
          });
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
      assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine(), lines.readLine()))
          .containsExactly(":)", "event: delete", "data: 1", "");
      assertThat(lines.readLine()).isEqualTo(":thump");
      in.close();
      running.orTimeout(10, TimeUnit.SECONDS).join();
    }
  }
}
