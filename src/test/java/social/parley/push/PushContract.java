package social.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.core.AccountId;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Letterbox;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.web.Guest;
import tools.jackson.databind.JsonNode;

/** Apps are woken by a real server through a push service that reads what it gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PushContract {
  private static final String PATH = "/api/v1/push/subscription";

  private Fediverse fediverse;
  private Instance server;
  private Receiver receiver;
  private Person ada;
  private Person ben;
  private String token;
  private int people;

  abstract Fediverse open();

  @BeforeEach
  void begin() {
    if (fediverse == null) {
      fediverse = open();
    }
    server = fediverse.at("alpha.test");
    receiver = new Receiver();
    people++;
    ada = fediverse.person("ada" + people, "alpha.test");
    ben = fediverse.person("ben" + people, "alpha.test");
    token = token(ada.account());
  }

  @AfterEach
  void end() {
    receiver.close();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private String token(AccountId account) {
    var community = server.community();
    return community
        .tokens()
        .issue(
            community.applications().commandLine(),
            account,
            Scopes.parse("read write follow push").orElseThrow())
        .secret();
  }

  private Answer subscribe(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "subscription[endpoint]",
                receiver.url(),
                "subscription[keys][p256dh]",
                receiver.p256dh(),
                "subscription[keys][auth]",
                receiver.auth(),
                "data[alerts][mention]",
                "true"));
    all.addAll(List.of(more));
    return server.client().form(PATH, token, all.toArray(new String[0]));
  }

  private Status mention(String text) {
    Status post = ben.write("@" + ada.handle().split("@")[0] + " " + text);
    fediverse.settle();
    return post;
  }

  @Test
  void anAppIsWokenInTheStandardForm() {
    Answer made = subscribe("subscription[standard]", "true");
    assertThat(made.status()).isEqualTo(200);
    Status post = mention("come <b>and</b> see");
    assertThat(receiver.arrived()).hasSize(1);
    Receiver.Arrived message = receiver.last();
    assertThat(message.header("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(message.header("TTL")).isEqualTo("172800");
    assertThat(message.header("Urgency")).isEqualTo("normal");
    JsonNode read = receiver.read(message);
    JsonNode told = ada.get("/api/v1/notifications").get(0);
    assertThat(told.at("/status/id").asString()).isEqualTo(post.id());
    assertThat(read.path("access_token").asString()).isEqualTo(token);
    assertThat(read.path("preferred_locale").asString()).isEqualTo("en");
    assertThat(read.path("notification_id").isNumber()).isTrue();
    assertThat(read.path("notification_id").asString()).isEqualTo(told.path("id").asString());
    assertThat(read.path("notification_type").asString()).isEqualTo("mention");
    assertThat(read.path("icon").asString()).isEqualTo(told.at("/account/avatar").asString());
    assertThat(read.path("title").asString()).startsWith("ben").endsWith("mentioned you");
    assertThat(read.path("body").asString()).contains("come <b>and</b> see");
    String authorization = message.header("Authorization");
    assertThat(authorization).startsWith("vapid t=");
    String signed = authorization.substring("vapid t=".length(), authorization.indexOf(','));
    String key = authorization.substring(authorization.indexOf("k=") + 2);
    assertThat(key).isEqualTo(made.text("/server_key"));
    JsonNode claims = Receiver.claims(signed, key);
    assertThat(claims.path("aud").asString()).isEqualTo(receiver.origin());
    long now = fediverse.clock().instant().getEpochSecond();
    assertThat(claims.path("exp").asLong()).isBetween(now, now + 86_400);
    assertThat(claims.path("sub").asString()).startsWith("http");
    assertThat(
            server.client().get("/api/v2/instance", null).text("/configuration/vapid/public_key"))
        .isEqualTo(key);
    Answer app =
        server
            .client()
            .form(
                "/api/v1/apps",
                null,
                "client_name",
                "a",
                "redirect_uris",
                "urn:ietf:wg:oauth:2.0:oob");
    assertThat(app.text("/vapid_key")).isEqualTo(key);
  }

  @Test
  void aBrowserIsWokenUntilItsLoginEnds() {
    Guest browser =
        new Guest(server.settings().url().value())
            .open("/auth/sign_in")
            .submit(
                "/auth/sign_in",
                "login",
                ada.handle().split("@")[0],
                "password",
                Instance.PASSWORD);
    browser.open("/settings/notifications").submit("/settings/push", "alerts[]", "mention");
    assertThat(browser.page().text()).contains("did not say how");
    browser.submit(
        "/settings/push",
        "endpoint",
        receiver.url(),
        "p256dh",
        receiver.p256dh(),
        "auth",
        receiver.auth(),
        "alerts[]",
        "mention");
    assertThat(browser.text()).contains("Turn off in this browser");
    mention("good morning");
    JsonNode read = receiver.read(receiver.last());
    assertThat(read.path("title").asString()).endsWith("mentioned you");
    assertThat(read.path("access_token").asString()).isEmpty();
    ben.follow(ada);
    fediverse.settle();
    assertThat(receiver.arrived()).hasSize(1);
    browser.submit("/auth/sign_out");
    mention("good night");
    assertThat(receiver.arrived()).hasSize(1);
  }

  @Test
  void olderAppsAreWokenInTheFormOfTheDraft() {
    assertThat(subscribe().json().path("standard").asBoolean()).isFalse();
    mention("hello");
    Receiver.Arrived message = receiver.last();
    assertThat(message.header("Content-Encoding")).isEqualTo("aesgcm");
    assertThat(receiver.read(message).path("body").asString()).endsWith("hello");
    String key = AppKeys.text(Receiver.parameter(message.header("Crypto-Key"), "p256ecdsa"));
    String signed = message.header("Authorization").substring("WebPush ".length());
    assertThat(Receiver.claims(signed, key).path("aud").asString()).isEqualTo(receiver.origin());
  }

  @Test
  void onlyWhatIsAskedForWakes() {
    subscribe("data[policy]", "followed");
    mention("from a stranger");
    assertThat(receiver.arrived()).isEmpty();
    ada.follow(ben);
    mention("from a friend");
    ben.favourite(ada.write("like me"));
    fediverse.settle();
    assertThat(receiver.arrived()).hasSize(1);
    Answer changed =
        server
            .client()
            .send(
                "PUT",
                PATH,
                "{\"data\":{\"alerts\":{\"favourite\":true},\"policy\":\"all\"}}",
                "application/json",
                token);
    assertThat(changed.json().at("/alerts/favourite").asBoolean()).isTrue();
    assertThat(changed.json().at("/alerts/mention").asBoolean()).isFalse();
    mention("again");
    ben.favourite(ada.write("and me"));
    fediverse.settle();
    assertThat(receiver.arrived()).hasSize(2);
    assertThat(receiver.read(receiver.last()).path("notification_type").asString())
        .isEqualTo("favourite");
  }

  @Test
  void whatWaitsForAgreementWakes() {
    subscribe("data[alerts][pending.reply]", "true");
    Status post = ada.write("Ask me", "interaction_policy[can_reply][with_approval][]", "public");
    ben.write("May I?", "in_reply_to_id", post.id());
    fediverse.settle();
    JsonNode read = receiver.read(receiver.last());
    assertThat(read.path("notification_type").asString()).isEqualTo("pending.reply");
    assertThat(read.path("title").asString()).endsWith("wants to reply to your post");
    assertThat(read.path("body").asString()).isEqualTo("May I?");
  }

  @Test
  void whatIsKeptApartWakesNobody() {
    subscribe();
    ben.write("@" + ada.handle().split("@")[0] + " psst", "visibility", "direct");
    fediverse.settle();
    assertThat(receiver.arrived()).isEmpty();
  }

  @Test
  void aPlaceThatIsGoneIsForgotten() {
    for (int status : new int[] {404, 410}) {
      subscribe();
      receiver.answerWith(status);
      mention("anybody there?");
      assertThat(server.client().get(PATH, token).status()).isEqualTo(404);
    }
    assertThat(receiver.arrived()).hasSize(2);
  }

  @Test
  void whatFailsIsTriedAgainAndGivenUpAfterDays() {
    subscribe();
    receiver.answerWith(503);
    mention("one");
    assertThat(receiver.arrived()).hasSize(1);
    receiver.answerWith(201);
    fediverse.after(Duration.ofMinutes(2));
    assertThat(receiver.arrived()).hasSize(2);
    fediverse.after(Duration.ofHours(8));
    assertThat(receiver.arrived()).hasSize(2);
    receiver.answerWith(503);
    mention("two");
    fediverse.after(Duration.ofDays(2));
    assertThat(server.client().get(PATH, token).status()).isEqualTo(200);
    fediverse.after(Duration.ofDays(2));
    assertThat(server.client().get(PATH, token).status()).isEqualTo(404);
  }

  @Test
  void oneFailureLongAfterAnotherIsNoEnd() {
    subscribe();
    receiver.answerWith(503);
    mention("one");
    for (int hours = 0; hours < 30; hours += 7) fediverse.after(Duration.ofHours(7));
    assertThat(receiver.arrived()).hasSize(6);
    fediverse.after(Duration.ofDays(5));
    mention("two");
    receiver.answerWith(201);
    fediverse.after(Duration.ofMinutes(2));
    assertThat(receiver.arrived()).hasSize(8);
    assertThat(server.client().get(PATH, token).status()).isEqualTo(200);
  }

  @Test
  void addressesInsideAreNotAsked() {
    Answer made = subscribe("subscription[endpoint]", "http://169.254.169.254/latest");
    assertThat(made.status()).isEqualTo(200);
    mention("hello");
    assertThat(receiver.arrived()).isEmpty();
    assertThat(subscribe("subscription[endpoint]", "file:///etc/passwd").status()).isEqualTo(422);
    assertThat(subscribe("subscription[keys][auth]", "short").status()).isEqualTo(422);
  }

  @Test
  void aServiceThatIsBlockedIsToldNothing() {
    Letterbox service = fediverse.outsider("push.test").letterbox("/wake");
    subscribe("subscription[endpoint]", service.url());
    mention("one");
    assertThat(service.letters()).hasSize(1);
    Person owner = server.staff("owner", Role.OWNER);
    owner.post("/api/v1/admin/domain_blocks", "domain", "push.test", "severity", "suspend");
    mention("two");
    assertThat(service.letters()).hasSize(1);
  }

  @Test
  void aServerThatDealsOnlyWithSomeWakesAppsThroughAnyService() {
    server = fediverse.add("closed.test", Map.of("PARLEY_FEDERATION_MODE", "allowed"));
    ada = fediverse.person("ada", "closed.test");
    ben = fediverse.person("ben", "closed.test");
    token = token(ada.account());
    subscribe();
    mention("hello");
    assertThat(receiver.arrived()).hasSize(1);
  }

  @Test
  void aRevokedTokenWakesNobody() {
    subscribe();
    var tokens = server.community().tokens();
    tokens.of(ada.account()).forEach(one -> tokens.revoke(ada.account(), one.id()));
    mention("hello");
    assertThat(receiver.arrived()).isEmpty();
    token = token(ada.account());
    assertThat(server.client().get(PATH, token).status()).isEqualTo(404);
  }
}
