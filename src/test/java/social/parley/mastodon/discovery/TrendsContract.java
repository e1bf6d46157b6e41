package social.parley.mastodon.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.core.Ids;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.trends.Trends;
import tools.jackson.databind.JsonNode;

/** What is talked about, and what staff has to say to it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TrendsContract {
  private Fediverse fediverse;
  private Instance alpha;
  private Person ada;
  private Person bob;
  private Person cleo;
  private String staff;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    alpha = fediverse.at("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "alpha.test");
    cleo = fediverse.person("cleo", "alpha.test");
    cleo.profile("discoverable", "false");
    var community = alpha.community();
    community.accounts().changeRole(ada.account(), Role.MODERATOR);
    staff =
        community
            .tokens()
            .issue(
                community.applications().commandLine(),
                ada.account(),
                Scopes.parse("read write admin:read admin:write").orElseThrow())
            .secret();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Trends trends() {
    return alpha.community().trends();
  }

  private List<String> names(String path, String member) {
    return alpha
        .client()
        .get(path, null)
        .json()
        .valueStream()
        .map(one -> one.path(member).asString())
        .toList();
  }

  private Answer asStaff(String method, String path) {
    Answer answer = alpha.client().send(method, path, null, null, staff);
    assertThat(answer.status()).as(path + answer.response().body()).isEqualTo(200);
    return answer;
  }

  @Test
  void postsThatSeveralLikeAreShownUntilTheyAreOld() {
    Status liked = ada.write("A good thought");
    Status lone = ada.write("Liked by one");
    Status closed = ada.write("For followers", "visibility", "private");
    Status warned = ada.write("Warned", "spoiler_text", "Careful");
    Status hidden = cleo.write("By somebody who keeps apart");
    for (Status post : List.of(liked, warned, hidden)) {
      bob.favourite(post);
      cleo.favourite(post);
      ada.boost(post);
    }
    ada.favourite(closed);
    bob.favourite(lone);
    trends().refresh();
    assertThat(names("/api/v1/trends/statuses", "uri")).containsExactly(liked.uri());
    JsonNode review = asStaff("GET", "/api/v1/admin/trends/statuses").json().get(0);
    assertThat(review.path("requires_review").asBoolean()).isTrue();
    assertThat(review.path("uri").asString()).isEqualTo(liked.uri());
    asStaff("POST", "/api/v1/admin/trends/statuses/" + liked.id() + "/reject");
    assertThat(names("/api/v1/trends/statuses", "uri")).isEmpty();
    Answer allowed = asStaff("POST", "/api/v1/admin/trends/statuses/" + liked.id() + "/approve");
    assertThat(allowed.json().path("requires_review").asBoolean(true)).isFalse();
    assertThat(names("/api/v1/trends/statuses", "uri")).containsExactly(liked.uri());
    bob.block(ada);
    assertThat(bob.get("/api/v1/trends/statuses")).isEmpty();
    bob.unblock(ada);
    assertThat(names("/api/v1/trends/statuses?offset=1", "uri")).isEmpty();
    fediverse.clock().advance(Duration.ofDays(3));
    trends().refresh();
    assertThat(names("/api/v1/trends/statuses", "uri")).isEmpty();
  }

  @Test
  void tagsThatRiseAreShownAndStaffHasTheLastWord() {
    for (Person one : List.of(ada, bob, cleo)) one.write("It is #rising");
    ada.write("#alone #alone");
    trends().refresh();
    assertThat(names("/api/v1/trends/tags", "name")).containsExactly("rising");
    JsonNode shown = alpha.client().get("/api/v1/trends", null).json().get(0);
    assertThat(shown.at("/history/0/accounts").asString()).isEqualTo("3");
    assertThat(shown.path("history").size()).isEqualTo(7);
    JsonNode tag = asStaff("GET", "/api/v1/admin/trends/tags").json().get(0);
    assertThat(tag.path("requires_review").asBoolean()).isTrue();
    String id = tag.path("id").asString();
    asStaff("POST", "/api/v1/admin/trends/tags/" + id + "/reject");
    assertThat(names("/api/v1/trends/tags", "name")).isEmpty();
    JsonNode one = asStaff("GET", "/api/v1/admin/tags/" + id).json();
    assertThat(one.path("trendable").asBoolean(true)).isFalse();
    assertThat(one.path("requires_review").asBoolean(true)).isFalse();
    JsonNode changed =
        asStaff("PUT", "/api/v1/admin/tags/" + id + "?usable=false&display_name=Rising").json();
    assertThat(changed.path("usable").asBoolean(true)).isFalse();
    assertThat(changed.path("display_name").asString()).isEqualTo("Rising");
    assertThat(bob.tries("/api/v1/statuses", "status", "Again #Rising")).isEqualTo(422);
    asStaff("PUT", "/api/v1/admin/tags/" + id + "?usable=true&listable=false");
    assertThat(bob.tries("/api/v1/statuses", "status", "Again #Rising")).isEqualTo(200);
    assertThat(bob.get("/api/v2/search?type=hashtags&q=risin").path("hashtags").valueStream())
        .noneMatch(found -> found.path("name").asString().equals("rising"));
    assertThat(asStaff("GET", "/api/v1/admin/tags").json().valueStream())
        .anyMatch(found -> found.path("name").asString().equals("alone"));
    assertThat(alpha.client().get("/api/v1/admin/tags", ada.token()).status()).isEqualTo(403);
    assertThat(alpha.client().get("/api/v1/admin/tags", bob.token()).status()).isEqualTo(403);
  }

  /** Looking at pages is for cards to test; here they have been looked at. */
  private void seen(String url, String title) {
    alpha
        .community()
        .database()
        .run(tx ->
            tx.update("UPDATE cards SET state = 'ready', title = :title WHERE url = :url")
                .bind("title", title)
                .bind("url", url)
                .execute());
  }

  @Test
  void linksThatSeveralShareAreShown() {
    String url = "https://news.example/story";
    ada.write("Read " + url);
    bob.write("Have you read " + url);
    ada.write("https://own.example/page");
    ada.write("https://own.example/page again");
    seen(url, "A story");
    seen("https://own.example/page", "Mine");
    trends().refresh();
    JsonNode shown = alpha.client().get("/api/v1/trends/links", null).json();
    assertThat(shown).hasSize(1);
    assertThat(shown.at("/0/title").asString()).isEqualTo("A story");
    assertThat(shown.at("/0/history/0/accounts").asString()).isEqualTo("2");
    assertThat(shown.at("/0/history")).hasSize(7);
    assertThat(alpha.client().get("/api/v1/timelines/link?url=" + url, null).json()).hasSize(2);
    JsonNode link = asStaff("GET", "/api/v1/admin/trends/links").json().get(0);
    assertThat(link.path("requires_review").asBoolean()).isTrue();
    JsonNode site = asStaff("GET", "/api/v1/admin/trends/links/publishers").json().get(0);
    assertThat(site.path("domain").asString()).isEqualTo("news.example");
    String publisher =
        "/api/v1/admin/trends/links/publishers/" + site.path("id").asString() + "/reject";
    assertThat(asStaff("POST", publisher).json().path("trendable").asBoolean(true)).isFalse();
    assertThat(alpha.client().get("/api/v1/trends/links", null).json()).isEmpty();
    asStaff("POST", "/api/v1/admin/trends/links/" + link.path("id").asString() + "/approve");
    assertThat(alpha.client().get("/api/v1/trends/links", null).json()).hasSize(1);
    assertThat(Ids.parse(link.path("id").asString())).isPositive();
  }

  @Test
  void nobodyMayDecideWhoIsNoStaff() {
    String path = "/api/v1/admin/trends/tags/1/approve";
    assertThat(alpha.client().send("POST", path, null, null, bob.token()).status()).isEqualTo(403);
    assertThat(alpha.client().send("POST", path, null, null, staff).status()).isEqualTo(404);
    assertThat(alpha.client().get("/api/v1/trends/tags?offset=-1", null).status()).isEqualTo(422);
  }
}
