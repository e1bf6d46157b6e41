package social.parley.mastodon.collections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.mastodon.ApiClient;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Collections over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionsApiTest {
  private static final String JSON = "application/json";
  private static final String PATH = "/api/v1/collections";
  private final Fediverse fediverse = Fediverse.of("collections.test");
  private final Person ada = fediverse.person("ada", "collections.test");
  private final Person ben = fediverse.person("ben", "collections.test");
  private final Person cleo = fediverse.person("cleo", "collections.test");
  private final ApiClient client = ada.server().client();

  @BeforeAll
  void start() {
    ben.profile("discoverable", "true");
    cleo.profile("discoverable", "false");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private JsonNode made(String name) {
    return ada.post(
            PATH,
            "name",
            name,
            "description",
            "Read them",
            "tag_name",
            "#Trees",
            "language",
            "en",
            "discoverable",
            "true",
            "account_ids[]",
            ben.id())
        .path("collection");
  }

  @Test
  void postsThatLinkToACollectionCarryIt() {
    JsonNode trees = made("Trees");
    String iri = trees.path("uri").asString();
    JsonNode post =
        ben.post(
            "/api/v1/statuses",
            "status",
            "See " + iri + " and https://other.example/users/x/featured/" + id(trees));
    String path = "/api/v1/statuses/" + id(post);
    JsonNode tagged = cleo.get(path).path("tagged_collections");
    assertThat(tagged.size()).isEqualTo(1);
    assertThat(tagged.at("/0/name").asString()).isEqualTo("Trees");
    assertThat(cleo.get("/api/v1/timelines/public").at("/0/tagged_collections/0/id").asString())
        .isEqualTo(id(trees));
    String plain = id(ben.post("/api/v1/statuses", "status", "Nothing to see"));
    assertThat(cleo.get("/api/v1/statuses/" + plain).path("tagged_collections").size()).isZero();
    assertThat(delete(PATH + "/" + id(trees), ada)).isEqualTo(200);
    assertThat(cleo.get(path).path("tagged_collections").size()).isZero();
  }

  @Test
  void aCollectionIsReportedAndShownToTheStaff() {
    JsonNode weeds = made("Weeds");
    JsonNode report =
        cleo.post(
            "/api/v1/reports",
            "account_id",
            ada.id(),
            "collection_ids[]",
            id(weeds),
            "comment",
            "Not trees at all");
    assertThat(report.at("/collection_ids/0").asString()).isEqualTo(id(weeds));
    assertThat(cleo.tries("/api/v1/reports", "account_id", ben.id(), "collection_ids[]", id(weeds)))
        .as("not theirs")
        .isEqualTo(404);
    Person mod = ada.server().staff("mod", Role.MODERATOR);
    JsonNode seen = mod.get("/api/v1/admin/reports").path(0);
    assertThat(seen.at("/collections/0/name").asString()).isEqualTo("Weeds");
    assertThat(delete(PATH + "/" + id(weeds), ada)).isEqualTo(200);
    assertThat(mod.get("/api/v1/admin/reports").path(0).path("collections").size()).isZero();
  }

  @Test
  void whatIsDeletedIsAnsweredWithAnEmptyPage() {
    Answer answer = client.send("DELETE", PATH + "/" + id(made("Short")), null, null, ada.token());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.response().body()).isEmpty();
  }

  private static String id(JsonNode one) {
    return one.path("id").asString();
  }

  private int delete(String path, Person who) {
    return client.send("DELETE", path, null, null, who.token()).status();
  }

  @Test
  void aCollectionIsMadeReadChangedAndDeleted() {
    JsonNode made = made("Forests");
    assertThat(made.path("account_id").asString()).isEqualTo(ada.id());
    assertThat(made.path("uri").asString()).endsWith("/users/ada/featured/" + id(made));
    assertThat(made.path("url").isNull()).isTrue();
    assertThat(made.path("local").asBoolean()).isTrue();
    assertThat(made.at("/tag/name").asString()).isEqualTo("trees");
    assertThat(made.path("item_count").asInt()).isEqualTo(1);
    assertThat(made.at("/items/0/state").asString()).isEqualTo("accepted");
    JsonNode document = ada.server().document(made.path("uri").asString()).json();
    assertThat(document.path("orderedItems").get(0).path("featuredObject").asString())
        .isEqualTo(ben.iri());
    String path = PATH + "/" + id(made);
    JsonNode shown = client.get(path, null).json();
    assertThat(shown.path("collection")).isEqualTo(made);
    assertThat(shown.path("accounts").findValuesAsString("id")).containsExactly(ada.id(), ben.id());
    Answer changed =
        client.send("PUT", path, "{\"name\":\"Woods\",\"tag_name\":\"\"}", JSON, ada.token());
    assertThat(changed.text("/collection/name")).isEqualTo("Woods");
    assertThat(changed.json().at("/collection/tag").isNull()).isTrue();
    assertThat(changed.text("/collection/description")).isEqualTo("Read them");
    assertThat(client.send("PATCH", path, "{\"name\":\"B\"}", JSON, ben.token()).status())
        .isEqualTo(403);
    assertThat(delete(path, ben)).isEqualTo(403);
    assertThat(delete(path, ada)).isEqualTo(200);
    assertThat(client.get(path, ada.token()).status()).isEqualTo(404);
  }

  @Test
  void whatIsWrongIsWrappedAsAppsExpectIt() {
    Answer wrong = client.form(PATH, ada.token(), "name", "x".repeat(41));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text("/error/error"))
        .isEqualTo("Validation failed: Name is too long (maximum is 40 characters)");
    assertThat(wrong.text("/error/details/name/0/error")).isEqualTo("ERR_TOO_LONG");
    assertThat(client.form(PATH, null, "name", "Nobody's").status()).isEqualTo(401);
  }

  @Test
  void peopleComeAndGo() {
    JsonNode made = made("Comers");
    String items = PATH + "/" + id(made) + "/items";
    String benIn = "/api/v1/accounts/" + ben.id() + "/in_collections";
    assertThat(ben.get(benIn).path("collections").findValuesAsString("id")).contains(id(made));
    assertThat(client.get(benIn, ada.token()).status()).isEqualTo(403);
    assertThat(client.get(benIn, null).status()).isEqualTo(401);
    assertThat(ada.tries(items, "account_id", cleo.id())).isEqualTo(403);
    assertThat(client.form(items, ada.token()).text("/error"))
        .isEqualTo("`account_id` parameter is missing");
    assertThat(ben.tries(items, "account_id", ben.id())).isEqualTo(403);
    assertThat(delete(items + "/" + id(made.path("items").get(0)), ada)).isEqualTo(200);
    JsonNode again = ada.post(items, "account_id", ben.id()).path("collection_item");
    assertThat(again.path("account_id").asString()).isEqualTo(ben.id());
    String revoke = items + "/" + id(again) + "/revoke";
    assertThat(cleo.tries(revoke)).isEqualTo(403);
    assertThat(ben.tries(revoke)).isEqualTo(200);
    assertThat(ada.tries(items, "account_id", ben.id())).isEqualTo(422);
  }

  @Test
  void theLatestComeFirstPageByPage() {
    JsonNode first = made("Page one");
    JsonNode second = made("Page two");
    String owned = "/api/v1/accounts/" + ada.id() + "/collections";
    Answer page = client.get(owned + "?limit=1", null);
    assertThat(page.text("/collections/0/id")).isEqualTo(id(second));
    assertThat(page.header("Link"))
        .contains("limit=1&offset=1>; rel=\"next\"")
        .doesNotContain("prev");
    Answer next = client.get(owned + "?limit=1&offset=1", null);
    assertThat(next.text("/collections/0/id")).isEqualTo(id(first));
    assertThat(next.header("Link")).contains("offset=0>; rel=\"prev\"");
  }

  @Test
  void searchFindsThem() {
    JsonNode made = made("Orchards");
    String search = "/api/v2/search?type=collections&q=";
    assertThat(cleo.get(search + "orch").at("/collections/0/name").asString())
        .isEqualTo("Orchards");
    assertThat(cleo.get(search + made.path("uri").asString()).at("/collections/0/id").asString())
        .isEqualTo(id(made));
    assertThat(cleo.get(search + "nothing").path("collections").isEmpty()).isTrue();
    assertThat(client.get("/api/v2/search", ada.token()).status()).isEqualTo(400);
  }

  @Test
  void whoIsAddedIsTold() {
    JsonNode made = made("Told");
    JsonNode told = ben.get("/api/v1/notifications?types[]=added_to_collection").get(0);
    assertThat(told.at("/account/id").asString()).isEqualTo(ada.id());
    assertThat(told.at("/collection/id").asString()).isEqualTo(id(made));
    client.send("PATCH", PATH + "/" + id(made), "{\"name\":\"Anew\"}", JSON, ada.token());
    JsonNode edited = ben.get("/api/v1/notifications?types[]=collection_update").get(0);
    assertThat(edited.at("/collection/name").asString()).isEqualTo("Anew");
  }

  @Test
  void profilesSayWhoMayBeAdded() {
    assertThat(ada.profile(ben).at("/feature_approval/current_user").asString())
        .isEqualTo("automatic");
    assertThat(ada.profile(ben).at("/feature_approval/automatic/0").asString()).isEqualTo("public");
    JsonNode shy = ada.profile(cleo).path("feature_approval");
    assertThat(shy.path("current_user").asString()).isEqualTo("denied");
    assertThat(shy.path("automatic").isEmpty()).isTrue();
    assertThat(ada.get("/api/v1/accounts/verify_credentials").at("/role/collection_limit").asInt())
        .isEqualTo(10);
  }
}
