package social.parley.mastodon.tags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.mastodon.ApiClient;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Hashtags over HTTP, and between two servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagsApiTest {
  private final Fediverse fediverse = Fediverse.of("here.test", "there.test");
  private final Person ada = fediverse.person("ada", "here.test");
  private final Person ben = fediverse.person("ben", "here.test");
  private final Person tim = fediverse.person("tim", "there.test");
  private final ApiClient client = ada.server().client();

  @AfterAll
  void stop() {
    fediverse.close();
  }

  @Test
  void aTagHasAHistoryWhetherUsedOrNot() {
    ben.write("about #Gardens");
    JsonNode tag = ada.get("/api/v1/tags/GARDENS");
    assertThat(tag.path("name").asString()).isEqualTo("gardens");
    assertThat(tag.path("url").asString()).endsWith("/tags/gardens");
    assertThat(tag.path("history").size()).isEqualTo(7);
    assertThat(tag.at("/history/0/uses").asString()).isEqualTo("1");
    assertThat(tag.at("/history/0/accounts").asString()).isEqualTo("1");
    assertThat(Long.parseLong(tag.at("/history/0/day").asString()) % 86_400).isZero();
    assertThat(tag.path("following").isBoolean()).isTrue();
    Answer stranger = client.get("/api/v1/tags/never_used", null);
    assertThat(stranger.status()).isEqualTo(200);
    assertThat(stranger.json().has("following")).isFalse();
    assertThat(stranger.text("/history/6/uses")).isEqualTo("0");
    assertThat(client.get("/api/v1/tags/a%20b", null).status()).isEqualTo(404);
  }

  @Test
  void tagsAreFollowedAndLeft() {
    assertThat(ada.post("/api/v1/tags/Bread/follow").path("following").asBoolean()).isTrue();
    assertThat(ada.post("/api/v1/tags/bread/follow").path("following").asBoolean()).isTrue();
    assertThat(ada.get("/api/v1/followed_tags").findValuesAsString("name")).contains("bread");
    assertThat(client.get("/api/v1/followed_tags?limit=1", ada.token()).header("Link"))
        .contains("since_id=");
    String uri = ben.write("fresh #bread").uri();
    assertThat(ada.home().getFirst().uri()).isEqualTo(uri);
    assertThat(ada.post("/api/v1/tags/bread/unfollow").path("following").asBoolean()).isFalse();
    assertThat(ada.home()).noneMatch(post -> post.uri().equals(uri));
  }

  @Test
  void tagsAreShownOnProfilesHereAndElsewhere() {
    tim.follow(ada);
    fediverse.settle();
    ada.write("#Pottery");
    assertThat(ada.get("/api/v1/featured_tags/suggestions").findValuesAsString("name"))
        .contains("pottery");
    JsonNode shown = ada.post("/api/v1/featured_tags", "name", "Pottery");
    assertThat(shown.path("statuses_count").asString()).isEqualTo("1");
    assertThat(shown.path("last_status_at").asString()).hasSize(10);
    assertThat(ada.tries("/api/v1/featured_tags", "name", "pottery")).isEqualTo(422);
    assertThat(ada.tries("/api/v1/featured_tags", "name", "")).isEqualTo(422);
    fediverse.settle();
    String theirs = "/api/v1/accounts/" + tim.idOf(ada) + "/featured_tags";
    assertThat(tim.get(theirs).findValuesAsString("name")).containsExactly("Pottery");
    Answer document =
        client.send("GET", "/users/ada", null, null, null, "Accept", "application/activity+json");
    String collection = document.text("/featuredTags");
    Answer tags =
        client.send(
            "GET",
            collection.replaceFirst("https?://[^/]+", ""),
            null,
            null,
            null,
            "Accept",
            "application/activity+json");
    assertThat(tags.text("/orderedItems/0/type")).isEqualTo("Hashtag");
    assertThat(tags.text("/orderedItems/0/name")).isEqualTo("#Pottery");
    String id = shown.path("id").asString();
    assertThat(client.send("DELETE", "/api/v1/featured_tags/" + id, null, null, ada.token()).json())
        .isEmpty();
    fediverse.settle();
    assertThat(tim.get(theirs).isEmpty()).isTrue();
    assertThat(ada.post("/api/v1/tags/pottery/feature").path("featuring").asBoolean()).isTrue();
    assertThat(ada.post("/api/v1/tags/pottery/unfeature").path("featuring").asBoolean()).isFalse();
  }
}
