package social.parley.mastodon.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Lists over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsApiTest {
  private static final String JSON = "application/json";
  private final Fediverse fediverse = Fediverse.of("lists.test");
  private final Person ada = fediverse.person("ada", "lists.test");
  private final Person ben = fediverse.person("ben", "lists.test");
  private final Person cleo = fediverse.person("cleo", "lists.test");
  private final ApiClient client = ada.server().client();

  @BeforeAll
  void start() {
    ada.follow(ben);
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private String list(String... parameters) {
    return ada.post("/api/v1/lists", parameters).path("id").asString();
  }

  @Test
  void aListIsMadeChangedAndDeleted() {
    JsonNode made = ada.post("/api/v1/lists", "title", "Friends");
    assertThat(made.path("title").asString()).isEqualTo("Friends");
    assertThat(made.path("replies_policy").asString()).isEqualTo("list");
    assertThat(made.path("exclusive").asBoolean()).isFalse();
    assertThat(made.path("id").isString()).isTrue();
    String path = "/api/v1/lists/" + made.path("id").asString();
    Answer changed =
        client.send(
            "PUT", path, "{\"replies_policy\":\"none\",\"exclusive\":true}", JSON, ada.token());
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/title")).isEqualTo("Friends");
    assertThat(changed.text("/replies_policy")).isEqualTo("none");
    assertThat(ada.get(path).path("exclusive").asBoolean()).isTrue();
    assertThat(client.get(path, cleo.token()).status()).isEqualTo(404);
    assertThat(client.send("PUT", path, "{\"title\":\" \"}", JSON, ada.token()).text("/error"))
        .isEqualTo("Validation failed: Title can't be blank");
    Answer wrong = client.form("/api/v1/lists", ada.token(), "title", "a", "replies_policy", "b");
    assertThat(wrong.status()).isEqualTo(422);
    Answer deleted = client.send("DELETE", path, null, null, ada.token());
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.json().isEmpty()).isTrue();
    assertThat(client.get(path, ada.token()).text("/error")).isEqualTo("Record not found");
  }

  @Test
  void membersComeAndGo() {
    String id = list("title", "Members");
    String path = "/api/v1/lists/" + id + "/accounts";
    String benId = ada.idOf(ben);
    assertThat(ada.post(path, "account_ids[]", benId).isEmpty()).isTrue();
    assertThat(client.form(path, ada.token(), "account_ids[]", benId).text("/error"))
        .isEqualTo("Validation failed: Account has already been taken");
    assertThat(ada.tries(path, "account_ids[]", ada.idOf(cleo))).isEqualTo(404);
    assertThat(ada.get(path).get(0).path("id").asString()).isEqualTo(benId);
    assertThat(ada.get(path + "?limit=0").size()).isEqualTo(1);
    Answer page = client.get(path + "?limit=1", ada.token());
    assertThat(page.header("Link")).contains("max_id=").contains("since_id=");
    assertThat(ada.get("/api/v1/accounts/" + benId + "/lists").findValuesAsString("id"))
        .contains(id);
    Status post = ben.write("for the list");
    assertThat(ada.get("/api/v1/timelines/list/" + id).get(0).path("uri").asString())
        .isEqualTo(post.uri());
    Answer left =
        client.send("DELETE", path, "{\"account_ids\":[\"" + benId + "\"]}", JSON, ada.token());
    assertThat(left.status()).isEqualTo(200);
    assertThat(ada.get(path).isEmpty()).isTrue();
    assertThat(ada.get("/api/v1/timelines/list/" + id).isEmpty()).isTrue();
    ada.post(path, "account_ids[]", benId);
    client.send("DELETE", path + "?account_ids[]=" + benId, null, null, ada.token());
    assertThat(ada.get(path).isEmpty()).isTrue();
  }
}
