package social.parley.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Scopes;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;

/** How often people and their programs may ask, and for what less often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiLimitsTest {
  private final Fediverse fediverse = Fediverse.of();
  private final Instance server = fediverse.add("alpha.test", Map.of("PARLEY_RATE_LIMITS", "on"));
  private int people;

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Person newcomer() {
    return server.person("person" + ++people);
  }

  private String anotherToken(Person person) {
    var community = server.community();
    return community
        .tokens()
        .issue(
            community.applications().commandLine(),
            person.account(),
            Scopes.parse("read write").orElseThrow())
        .secret();
  }

  /** Asks so often without being turned away; the answer to the next time. */
  private Answer after(int times, String method, String path, String token) {
    for (int i = 0; i < times; i++)
      assertThat(server.client().send(method, path, null, null, token).status())
          .as("%s %s, time %d", method, path, i + 1)
          .isNotEqualTo(429);
    return server.client().send(method, path, null, null, token);
  }

  private static void refused(Answer answer, String most) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(most);
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  @Test
  void oneProgramDoesNotUseUpWhatAnotherMay() {
    Person ada = newcomer();
    refused(after(300, "GET", "/api/v1/preferences", ada.token()), "300");
    String other = anotherToken(ada);
    assertThat(server.client().get("/api/v1/preferences", other).status()).isEqualTo(200);
  }

  @Test
  void pagesAreTurnedMoreSlowly() {
    Person ada = newcomer();
    String next = "/api/v1/timelines/home?limit=1&max_id=5";
    after(149, "GET", next, ada.token());
    refused(after(150, "GET", next, anotherToken(ada)), "300");
    assertThat(server.client().get("/api/v1/timelines/home", ada.token()).status()).isEqualTo(200);
  }

  @Test
  void filesAreTakenNowAndThen() {
    Person ada = newcomer();
    refused(after(30, "POST", "/api/v2/media", ada.token()), "30");
    refused(after(0, "POST", "/api/v1/media", ada.token()), "30");
    fediverse.clock().advance(Duration.ofMinutes(1));
    assertThat(server.client().send("POST", "/api/v1/media", null, null, ada.token()).status())
        .isEqualTo(422);
  }

  @Test
  void whatWasSentOutIsTakenBackNowAndThen() {
    Person ada = newcomer();
    Status post = ada.write("Here to stay");
    String path = "/api/v1/statuses/" + post.id();
    after(27, "POST", path + "/unreblog", ada.token());
    refused(after(2, "DELETE", "/api/v1/statuses/1", ada.token()), "30");
    assertThat(ada.get(path).path("id").asString()).isEqualTo(post.id());
  }

  @Test
  void anAddressRegistersFewPrograms() {
    String path = "/api/v1/apps?client_name=c&redirect_uris=urn:ietf:wg:oauth:2.0:oob";
    refused(after(5, "POST", path, null), "5");
    fediverse.clock().advance(Duration.ofMinutes(2));
    assertThat(server.client().send("POST", path, null, null, null).status()).isEqualTo(200);
  }
}
