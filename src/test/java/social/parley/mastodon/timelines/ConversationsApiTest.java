package social.parley.mastodon.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Conversations, the timeline of letters and markers over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationsApiTest {
  private final Fediverse fediverse = Fediverse.of("near.test", "far.test");
  private final Person ada = fediverse.person("ada", "near.test");
  private final Person ben = fediverse.person("ben", "near.test");
  private final Person tim = fediverse.person("tim", "far.test");
  private final ApiClient client = ada.server().client();

  @AfterAll
  void stop() {
    fediverse.close();
  }

  @Test
  void aConversationIsListedReadAndDismissed() {
    Status letter = ada.write("@ben dinner?", "visibility", "direct");
    Answer page = client.get("/api/v1/conversations", ben.token());
    assertThat(page.header("Link")).contains("max_id=" + letter.id()).contains("min_id=");
    JsonNode one = page.json().get(0);
    assertThat(one.path("unread").asBoolean()).isTrue();
    assertThat(one.at("/accounts/0/acct").asString()).isEqualTo("ada");
    assertThat(one.at("/last_status/id").asString()).isEqualTo(letter.id());
    String path = "/api/v1/conversations/" + one.path("id").asString();
    assertThat(ben.post(path + "/read").path("unread").asBoolean()).isFalse();
    assertThat(ben.post(path + "/unread").path("unread").asBoolean()).isTrue();
    assertThat(client.form(path + "/read", ada.token()).status()).isEqualTo(404);
    String pleroma = "/api/v1/pleroma/conversations/" + one.path("id").asString();
    assertThat(ben.get(pleroma).path("id")).isEqualTo(one.path("id"));
    assertThat(ben.get(pleroma + "/statuses").get(0).path("id").asString()).isEqualTo(letter.id());
    assertThat(ben.post("/api/v1/pleroma/conversations/read").get(0).path("unread").asBoolean())
        .isFalse();
    assertThat(client.send("PATCH", pleroma, null, null, ben.token()).status()).isEqualTo(501);
    assertThat(ben.get("/api/v1/timelines/direct").get(0).path("id").asString())
        .isEqualTo(letter.id());
    Answer gone = client.send("DELETE", path, null, null, ben.token());
    assertThat(gone.status()).isEqualTo(200);
    assertThat(ben.get("/api/v1/conversations").isEmpty()).isTrue();
  }

  @Test
  void lettersFromElsewhereAreInConversationsToo() {
    Status letter = tim.write("@" + ada.handle() + " hello over there", "visibility", "direct");
    fediverse.settle();
    JsonNode one = ada.get("/api/v1/conversations").get(0);
    assertThat(one.at("/accounts/0/acct").asString()).isEqualTo(tim.handle());
    assertThat(one.at("/last_status/uri").asString()).isEqualTo(letter.uri());
    ada.reply(letter, "@" + tim.handle() + " hello back", "visibility", "direct");
    fediverse.settle();
    assertThat(tim.get("/api/v1/conversations").size()).isEqualTo(1);
    assertThat(tim.get("/api/v1/conversations").get(0).path("unread").asBoolean()).isTrue();
    assertThat(tim.get("/api/v1/timelines/direct").size()).isEqualTo(2);
    String profile = "/api/v1/accounts/" + ada.idOf(tim) + "/statuses";
    assertThat(ada.get(profile).size()).isEqualTo(1);
    assertThat(ada.get(profile + "?exclude_direct=true").isEmpty()).isTrue();
  }

  @Test
  void severalMarkersMoveAtOnce() {
    JsonNode moved =
        ada.post("/api/v1/markers", "home[last_read_id]", "12", "notifications[last_read_id]", "7");
    assertThat(moved.at("/home/last_read_id").asString()).isEqualTo("12");
    assertThat(moved.at("/home/version").asInt()).isEqualTo(1);
    assertThat(moved.at("/notifications/last_read_id").asString()).isEqualTo("7");
    Answer json =
        client.json("/api/v1/markers", ada.token(), "{\"home\":{\"last_read_id\":\"13\"}}");
    assertThat(json.json().at("/home/version").asInt()).isEqualTo(2);
    JsonNode read = ada.get("/api/v1/markers?timeline[]=home&timeline[]=notifications");
    assertThat(read.at("/home/last_read_id").asString()).isEqualTo("13");
    assertThat(read.at("/notifications/updated_at").asString()).endsWith("Z");
    assertThat(ada.get("/api/v1/markers").isEmpty()).isTrue();
    assertThat(ada.tries("/api/v1/markers", "home[last_read_id]", "x")).isEqualTo(422);
  }
}
