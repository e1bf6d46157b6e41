package social.parley.mastodon.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What this server says about itself, in short and at length. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InstanceApiContract {
  private final Fediverse fediverse = open("beta.test");
  private Instance server;
  private Person ada;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start(@TempDir Path texts) throws IOException {
    Files.writeString(texts.resolve("about.md"), "# Us\n\nWe are *few*. <script>1</script>");
    Files.writeString(texts.resolve("terms-2020-01-31.md"), "Old terms");
    Files.writeString(texts.resolve("terms-2021-06-01.md"), "Newer terms");
    Files.writeString(texts.resolve("terms-2999-01-01.md"), "Terms to come");
    Files.writeString(texts.resolve("rules.en.txt"), "Be kind | Others are people, too\n");
    Files.writeString(texts.resolve("rules.de.txt"), "Sei nett | Andere sind auch Menschen\n\n");
    server =
        fediverse.add(
            "alpha.test",
            Map.of(
                "PARLEY_ABOUT_TEXTS", texts.toString(), "PARLEY_ABOUT_RULES", "Be kind\nBe brief"));
    ada = server.person("ada");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private JsonNode get(String path) {
    Answer answer = server.client().get(path, null);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.json();
  }

  @Test
  void addressesAndLimitsAreTheRealOnes() {
    JsonNode second = get("/api/v2/instance");
    JsonNode first = get("/api/v1/instance");
    String streaming = "ws://" + server.authority();
    assertThat(second.at("/configuration/urls/streaming").asString()).isEqualTo(streaming);
    assertThat(first.at("/urls/streaming_api").asString()).isEqualTo(streaming);
    assertThat(second.at("/configuration/statuses/max_characters").asInt())
        .isEqualTo(server.settings().limits().postCharacters());
    for (String page : new String[] {"about", "privacy_policy", "terms_of_service"}) {
      String url = second.at("/configuration/urls/" + page).asString();
      String path = url.substring(server.settings().url().value().length());
      Answer answer = server.client().send("GET", path, null, null, null, "Accept", "text/html");
      assertThat(answer.status()).as(url).isEqualTo(200);
    }
    assertThat(second.at("/rules/0/text").asString()).isEqualTo("Be kind");
  }

  @Test
  void appsFindTheLimitsWhereTheyLook() {
    JsonNode first = get("/api/v1/instance");
    JsonNode configuration = first.path("configuration");
    assertThat(first.path("max_toot_chars").asInt())
        .isEqualTo(configuration.at("/statuses/max_characters").asInt());
    assertThat(first.at("/poll_limits/max_options").asInt())
        .isEqualTo(configuration.at("/polls/max_options").asInt());
    String longest = configuration.at("/polls/max_expiration").asString();
    assertThat(ada.tries("/api/v1/statuses", poll(longest))).isEqualTo(200);
    assertThat(ada.tries("/api/v1/statuses", poll(longest + "0"))).isEqualTo(422);
    assertThat(first.path("upload_limit").asLong())
        .isEqualTo(configuration.at("/media_attachments/image_size_limit").asLong())
        .isLessThanOrEqualTo(server.settings().limits().uploadBytes());
    assertThat(first.path("account_domain").asString())
        .isEqualTo(get("/api/v2/instance").path("account_domain").asString())
        .isEqualTo(server.settings().handleDomain());
  }

  private static String[] poll(String seconds) {
    return new String[] {
      "status",
      "Tea?",
      "poll[options][]",
      "Yes",
      "poll[options][]",
      "No",
      "poll[expires_in]",
      seconds
    };
  }

  @Test
  void whatIsAnnouncedAsPleromasIsThere() {
    JsonNode pleroma = get("/api/v1/instance").path("pleroma");
    assertThat(pleroma.at("/metadata/features").toString())
        .contains("pleroma_emoji_reactions", "quote_posting")
        .doesNotContain("machine_translation", "bubble_timeline", "chat");
    for (JsonNode format : pleroma.at("/metadata/post_formats"))
      assertThat(
              ada.tries("/api/v1/statuses", "status", "A text", "content_type", format.asString()))
          .isEqualTo(200);
    int most = pleroma.at("/metadata/fields_limits/max_fields").asInt();
    assertThat(fields(most)).isEqualTo(200);
    assertThat(fields(most + 1)).isEqualTo(422);
    assertThat(pleroma.path("vapid_public_key").asString())
        .isEqualTo(get("/api/v2/instance").at("/configuration/vapid/public_key").asString());
    assertThat(get("/api/v1/pleroma/healthcheck").path("healthy").asBoolean()).isTrue();
    assertThat(get("/api/v1/pleroma/captcha").path("type").asString()).isEqualTo("none");
  }

  private int fields(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++)
      rows.append(i == 0 ? "" : ",")
          .append("{\"name\":\"n")
          .append(i)
          .append("\",\"value\":\"v\"}");
    return server
        .client()
        .send(
            "PATCH",
            "/api/v1/accounts/update_credentials",
            "{\"fields_attributes\":[" + rows + "]}",
            "application/json",
            ada.token())
        .status();
  }

  @Test
  void nodeInfoNamesTheApiThatIsSpoken() {
    assertThat(get("/nodeinfo/2.0").at("/metadata/upstream/name").asString()).isEqualTo("Mastodon");
  }

  @Test
  void itIsSaidWhetherOnlyAllowedServersAreDealtWith() {
    assertThat(get("/api/v2/instance").at("/configuration/limited_federation").asBoolean(true))
        .isFalse();
    Instance closed = fediverse.add("gamma.test", Map.of("PARLEY_FEDERATION_MODE", "allowed"));
    assertThat(
            closed
                .client()
                .get("/api/v2/instance", null)
                .json()
                .at("/configuration/limited_federation")
                .asBoolean())
        .isTrue();
  }

  @Test
  void rulesComeWithHintsAndInOtherLanguages() {
    JsonNode rules = get("/api/v1/instance/rules");
    assertThat(rules.at("/0/hint").asString()).isEqualTo("Others are people, too");
    assertThat(rules.at("/0/translations/de/text").asString()).isEqualTo("Sei nett");
    assertThat(rules.at("/0/translations/de/hint").asString())
        .isEqualTo("Andere sind auch Menschen");
    assertThat(rules.at("/1/translations").size()).isZero();
    assertThat(rules.at("/1/id").asString()).isEqualTo("2");
  }

  @Test
  void longTextsAreReadFromFiles() {
    JsonNode description = get("/api/v1/instance/extended_description");
    assertThat(description.path("content").asString())
        .contains("<em>few</em>")
        .doesNotContain("<script>");
    assertThat(description.path("updated_at").asString()).endsWith("Z");
    assertThat(get("/api/v1/instance/privacy_policy").path("content").asString())
        .contains("<h2>What this server keeps</h2>");
  }

  @Test
  void termsHaveVersions() {
    JsonNode now = get("/api/v1/instance/terms_of_service");
    assertThat(now.path("effective_date").asString()).isEqualTo("2021-06-01");
    assertThat(now.path("effective").asBoolean()).isTrue();
    assertThat(now.path("succeeded_by").asString()).isEqualTo("2999-01-01");
    JsonNode old = get("/api/v1/instance/terms_of_service/2020-01-31");
    assertThat(old.path("content").asString()).contains("Old");
    assertThat(old.path("succeeded_by").asString()).isEqualTo("2021-06-01");
    JsonNode next = get("/api/v1/instance/terms_of_service/2999-01-01");
    assertThat(next.path("effective").asBoolean()).isFalse();
    assertThat(next.path("succeeded_by").isNull()).isTrue();
    assertThat(server.client().get("/api/v1/instance/terms_of_service/x", null).status())
        .isEqualTo(404);
  }

  @Test
  void weeksAreCounted() {
    long before = Long.parseLong(get("/api/v1/instance/activity").at("/0/statuses").asString());
    ada.write("One more");
    fediverse.after(java.time.Duration.ofMinutes(11));
    JsonNode weeks = get("/api/v1/instance/activity");
    assertThat(weeks.size()).isEqualTo(12);
    assertThat(Long.parseLong(weeks.at("/0/statuses").asString())).isEqualTo(before + 1);
    assertThat(weeks.at("/0/logins").asString()).isEqualTo("1");
    assertThat(weeks.at("/0/registrations").asString()).isEqualTo("1");
    assertThat(weeks.at("/11/statuses").asString()).isEqualTo("0");
    long week = Long.parseLong(weeks.at("/0/week").asString());
    assertThat(week - Long.parseLong(weeks.at("/1/week").asString())).isEqualTo(7 * 24 * 3600);
  }

  @Test
  void neighboursCanBeLookedFor() {
    Person ben = fediverse.person("ben", "beta.test");
    ada.follow(ben);
    fediverse.after(java.time.Duration.ofMinutes(11));
    assertThat(get("/api/v1/instance/peers").toString()).contains("beta.test");
    assertThat(get("/api/v1/peers/search?q=BET").at("/0").asString()).startsWith("beta.test");
    assertThat(get("/api/v1/peers/search?q=none").size()).isZero();
  }

  @Test
  void whatThereIsNoneOfIsSaid() {
    assertThat(ada.get("/api/v1/annual_reports").at("/annual_reports").size()).isZero();
    assertThat(ada.get("/api/v1/annual_reports/2025/state").path("state").asString())
        .isEqualTo("ineligible");
    var client = server.client();
    assertThat(client.get("/api/v1/annual_reports/2025", ada.token()).status()).isEqualTo(404);
    assertThat(client.get("/api/v1_alpha/async_refreshes/1", ada.token()).status()).isEqualTo(404);
    assertThat(client.get("/api/v1/donation_campaigns", ada.token()).status()).isEqualTo(204);
    assertThat(client.get("/api/v1/donation_campaigns", null).status()).isEqualTo(401);
  }
}
