package social.parley.mastodon.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Role;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.streaming.Ear.Heard;
import tools.jackson.databind.JsonNode;

/** Who hears what on streams, and who is shut out. */
class StreamAccessTest extends Listening {
  @Test
  void nobodyListensWithoutAToken() {
    for (String path : List.of("/user", "/public", "/hashtag?tag=x", "?stream=user")) {
      Answer answer = ada.server().client().get(BASE + path, null);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.text("/error")).isNotEmpty();
    }
    assertThat(refusal("?stream=user", null)).isEqualTo(401);
    assertThat(refusal("?stream=user", "wrong")).isEqualTo(401);
    String authority = ada.server().authority();
    Ear.socket(authority, BASE + "/user?access_token=" + ada.token(), null).close();
  }

  private int refusal(String query, @Nullable String token) {
    var refused =
        new Object() {
          int status;
        };
    assertThatThrownBy(() -> Ear.socket(ada.server().authority(), BASE + query, token))
        .isInstanceOf(CompletionException.class)
        .satisfies(thrown -> {
          var handshake = (WebSocketHandshakeException) thrown.getCause();
          assertThat(handshake.getResponse().headers().firstValue("X-Error-Message")).isPresent();
          refused.status = handshake.getResponse().statusCode();
        });
    return refused.status;
  }

  @Test
  void aTokenHearsWhatItsScopesCover() {
    Person listener = person();
    String statuses = token(listener, "read:statuses");
    String notifications = token(listener, "read:notifications");
    String authority = listener.server().authority();
    var client = listener.server().client();
    assertThat(client.get(BASE + "/user", notifications).status()).isEqualTo(403);
    assertThat(client.get(BASE + "/user/notification", statuses).status()).isEqualTo(403);
    try (Ear quiet = Ear.socket(authority, BASE + "?stream=user", statuses);
        Ear told = Ear.events(authority, BASE + "/user/notification", notifications)) {
      Person friend = person();
      listener.follow(friend);
      friend.write("Are you there, @" + listener.handle());
      assertThat(told.next().event()).isEqualTo("notification");
      fediverse.settle();
      assertThat(quiet.next().event()).isEqualTo("update");
      quiet.ask("subscribe", "user:notification");
      assertThat(quiet.all()).extracting(Heard::event).containsExactly("error");
    }
  }

  @Test
  void whoIsUnwelcomeOrUnwantedHearsNothingInPublic() {
    Person writer = person();
    Person blocked = person();
    Person blocking = person();
    Person muting = person();
    Person other = person();
    writer.block(blocked);
    blocking.block(writer);
    muting.mute(writer, Duration.ZERO);
    List<Person> listeners = List.of(blocked, blocking, muting, other);
    List<Ear> ears = listeners.stream().map(one -> socket(one, "?stream=public")).toList();
    writer.write("A public word");
    writer.write("A quiet one", "visibility", "unlisted");
    writer.write("One for followers", "visibility", "private");
    Status last = writer.write("One for @" + other.handle(), "visibility", "direct");
    writer.reply(last, "Yes, you", "visibility", "direct");
    other.write("The end");
    for (Ear ear : ears) assertThat(text(ear)).isEqualTo(ear == ears.getLast() ? "word" : "end");
    assertThat(text(ears.getLast())).isEqualTo("end");
    ears.forEach(Ear::close);
  }

  private static String text(Ear ear) {
    return ear.next("update")
        .json()
        .path("content")
        .asString()
        .replaceAll("</?p>|.* (?=\\w+<)", "");
  }

  @Test
  void aRevokedTokenEndsWhatItOpened() {
    Person listener = person();
    String token = token(listener, "read");
    String authority = listener.server().authority();
    try (Ear socket = Ear.socket(authority, BASE + "?stream=user", token);
        Ear events = Ear.events(authority, BASE + "/user", token);
        Ear other = socket(listener, "?stream=user")) {
      var tokens = listener.server().community().tokens();
      tokens.revoke(listener.account(), tokens.of(listener.account()).getFirst().id());
      assertThat(socket.end()).isEqualTo(1008);
      assertThat(events.end()).isPositive();
      listener.write("Still here");
      assertThat(other.next().event()).isEqualTo("update");
    }
  }

  @Test
  void whatIsQuotedIsHiddenFromWhomItsAuthorBlocks() {
    Person author = person();
    Person blocked = person();
    Person quoting = person();
    author.block(blocked);
    Status post = author.write("Not for everybody");
    try (Ear shut = socket(blocked, "?stream=public");
        Ear open = socket(ada, "?stream=public")) {
      quoting.write("Look", "quoted_status_id", post.id());
      JsonNode hidden = shut.next().json().path("quote");
      assertThat(hidden.path("state").asString()).isEqualTo("unauthorized");
      assertThat(hidden.path("quoted_status").isNull()).isTrue();
      assertThat(open.next().json().at("/quote/quoted_status/id").asString()).isEqualTo(post.id());
    }
  }

  @Test
  void whoIsShutOutHearsNoMore() {
    Person staff = ada.server().staff("mod", Role.MODERATOR);
    Person listener = person();
    try (Ear socket = socket(listener, "?stream=user")) {
      staff.post("/api/v1/admin/accounts/" + listener.id() + "/action", "type", "disable");
      assertThat(socket.end()).isEqualTo(1008);
    }
    Person leaving = person();
    try (Ear socket = socket(leaving, "?stream=user")) {
      leaving.server().community().accounts().delete(leaving.account());
      assertThat(socket.end()).isEqualTo(1008);
    }
  }
}
