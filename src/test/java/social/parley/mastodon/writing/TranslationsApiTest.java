package social.parley.mastodon.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.writing.OtherSite.Reply;
import social.parley.mastodon.writing.OtherSite.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Translations by real servers that speak the protocols of LibreTranslate and DeepL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranslationsApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private int status = 200;
  private OtherSite libre;
  private OtherSite deepl;
  private Person ada;
  private Person dora;

  @BeforeAll
  void start() {
    InetAddress here = InetAddress.getLoopbackAddress();
    libre = new OtherSite("localhost", here, this::libre);
    deepl = new OtherSite("localhost", here, this::deepl);
    fediverse.add(
        "libre.test",
        Map.of(
            "PARLEY_TRANSLATION_SERVICE",
            "libretranslate",
            "PARLEY_TRANSLATION_URL",
            libre.url() + "/",
            "PARLEY_TRANSLATION_KEY",
            "secret"));
    fediverse.add(
        "deepl.test",
        Map.of(
            "PARLEY_TRANSLATION_SERVICE",
            "deepl",
            "PARLEY_TRANSLATION_URL",
            deepl.url(),
            "PARLEY_TRANSLATION_KEY",
            "secret"));
    ada = fediverse.person("ada", "libre.test");
    dora = fediverse.person("dora", "deepl.test");
  }

  @AfterAll
  void stop() {
    fediverse.close();
    libre.close();
    deepl.close();
  }

  @BeforeEach
  void works() {
    status = 200;
    libre.asked.clear();
  }

  /** What a service makes of HTML: its words, but no tags, become capital letters. */
  private static String loud(String html) {
    StringBuilder loud = new StringBuilder();
    for (String piece : html.split("(?<=>)|(?=<)"))
      loud.append(piece.startsWith("<") ? piece : piece.toUpperCase(Locale.ROOT));
    return loud.toString();
  }

  private Reply libre(Request request) {
    if (request.path().equals("/languages"))
      return Reply.json(
          """
          [{"code": "de", "name": "German", "targets": ["de", "en"]},
           {"code": "en", "name": "English", "targets": ["de", "en"]}]\
          """);
    if (status != 200) return new Reply(status, "application/json", "{\"error\": \"no\"}");
    JsonNode question = JSON.readTree(request.body());
    assertThat(question.path("api_key").asString()).isEqualTo("secret");
    assertThat(question.path("format").asString()).isEqualTo("html");
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode texts = answer.putArray("translatedText");
    ArrayNode detected = answer.putArray("detectedLanguage");
    for (JsonNode one : question.path("q")) {
      texts.add(loud(one.asString()));
      detected.addObject().put("confidence", 90).put("language", "de");
    }
    return Reply.json(answer.toString());
  }

  private Reply deepl(Request request) {
    assertThat(request.authorization()).isEqualTo("DeepL-Auth-Key secret");
    if (request.path().equals("/v2/languages?type=source"))
      return Reply.json("[{\"language\": \"DE\"}, {\"language\": \"EN\"}]");
    if (request.path().equals("/v2/languages?type=target"))
      return Reply.json("[{\"language\": \"DE\"}, {\"language\": \"EN-GB\"}]");
    if (status != 200) return new Reply(status, "application/json", "{}");
    JsonNode question = JSON.readTree(request.body());
    assertThat(question.path("target_lang").asString()).isEqualTo("EN");
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode translations = answer.putArray("translations");
    for (JsonNode one : question.path("text"))
      translations
          .addObject()
          .put("text", loud(one.asString()))
          .put("detected_source_language", "DE");
    return Reply.json(answer.toString());
  }

  private static Answer ask(Person who, JsonNode post, String to) {
    String path = "/api/v1/statuses/" + post.path("id").asString() + "/translate";
    return who.server().client().form(path, who.token(), "lang", to);
  }

  @Test
  void everythingWithWordsComesInOneQuestionAndIsKept() {
    JsonNode post =
        ada.post(
            "/api/v1/statuses",
            "status",
            "hallo @ada, lies #Buch & mehr",
            "spoiler_text",
            "achtung <hier>",
            "language",
            "de",
            "media_ids[]",
            ada.upload(Pictures.png(30, 20), "ein bild"));
    JsonNode answer = ask(ada, post, "en").json();
    assertThat(answer.path("content").asString())
        .startsWith("<p>HALLO ")
        .contains("class=\"u-url mention\"")
        .contains("LIES");
    assertThat(answer.path("spoiler_text").asString()).isEqualTo("ACHTUNG <HIER>");
    assertThat(answer.path("language").asString()).isEqualTo("en");
    assertThat(answer.path("detected_source_language").asString()).isEqualTo("de");
    assertThat(answer.path("provider").asString()).isEqualTo("LibreTranslate");
    assertThat(answer.path("poll").isNull()).isTrue();
    JsonNode file = answer.path("media_attachments").path(0);
    assertThat(file.path("description").asString()).isEqualTo("EIN BILD");
    assertThat(file.path("id").asString())
        .isEqualTo(post.path("media_attachments").path(0).path("id").asString());
    assertThat(ask(ada, post, "en").status()).isEqualTo(200);
    assertThat(libre.asked).containsOnlyOnce("POST /translate");
  }

  @Test
  void aPollIsTranslatedAnswerByAnswer() {
    JsonNode post =
        ada.post(
            "/api/v1/statuses",
            "status",
            "was nun?",
            "language",
            "de",
            "poll[options][]",
            "ja",
            "poll[options][]",
            "nein",
            "poll[expires_in]",
            "3600");
    JsonNode poll = ask(ada, post, "en").json().path("poll");
    assertThat(poll.path("id").asString()).isEqualTo(post.path("poll").path("id").asString());
    assertThat(poll.path("options").path(0).path("title").asString()).isEqualTo("JA");
    assertThat(poll.path("options").path(1).path("title").asString()).isEqualTo("NEIN");
  }

  @Test
  void akkomasForm() {
    JsonNode post = ada.post("/api/v1/statuses", "status", "guten tag", "language", "de");
    JsonNode answer =
        ada.get("/api/v1/statuses/" + post.path("id").asString() + "/translations/en");
    assertThat(answer.path("text").asString()).isEqualTo("<p>GUTEN TAG</p>");
    assertThat(answer.path("detected_language").asString()).isEqualTo("de");
    JsonNode both = ada.get("/api/v1/akkoma/translation/languages");
    assertThat(both.path("source").path(0).path("code").asString()).isEqualTo("de");
    assertThat(both.path("target").path(1).path("name").asString()).isEqualTo("English");
  }

  @Test
  void whatIsClosedOrUnknownIsRefused() {
    JsonNode closed =
        ada.post("/api/v1/statuses", "status", "geheim", "language", "de", "visibility", "private");
    JsonNode among =
        ada.post("/api/v1/statuses", "status", "intern", "language", "de", "local_only", "true");
    assertThat(ask(ada, among, "en").status()).isEqualTo(403);
    assertThat(ask(ada, closed, "en").status()).isEqualTo(403);
    JsonNode open = ada.post("/api/v1/statuses", "status", "offen", "language", "de");
    assertThat(ask(ada, open, "tlh").status()).isEqualTo(403);
    assertThat(ask(ada, open, "de").status()).isEqualTo(403);
    assertThat(libre.asked).doesNotContain("POST /translate");
  }

  @Test
  void aServiceThatFailsIsAPassingProblem() {
    JsonNode post = ada.post("/api/v1/statuses", "status", "nicht jetzt", "language", "de");
    for (int failure : new int[] {500, 429, 403}) {
      status = failure;
      assertThat(ask(ada, post, "en").status()).isEqualTo(503);
    }
    JsonNode other = dora.post("/api/v1/statuses", "status", "nicht jetzt", "language", "de");
    status = 456;
    assertThat(ask(dora, other, "en").status()).isEqualTo(503);
    status = 200;
    assertThat(ask(ada, post, "en").status()).isEqualTo(200);
  }

  @Test
  void deeplIsSpokenToo() {
    JsonNode post = dora.post("/api/v1/statuses", "status", "guten morgen", "language", "de-AT");
    JsonNode answer = ask(dora, post, "en").json();
    assertThat(answer.path("content").asString()).isEqualTo("<p>GUTEN MORGEN</p>");
    assertThat(answer.path("provider").asString()).isEqualTo("DeepL.com");
    assertThat(answer.path("detected_source_language").asString()).isEqualTo("de");
    JsonNode languages = dora.get("/api/v1/instance/translation_languages");
    assertThat(languages.path("de").toString()).isEqualTo("[\"en\",\"en-gb\",\"pt\"]");
  }

  @Test
  void languagesAreAnnounced() {
    JsonNode languages = ada.get("/api/v1/instance/translation_languages");
    assertThat(languages.toString())
        .isEqualTo("{\"de\":[\"en\"],\"en\":[\"de\"],\"und\":[\"de\",\"en\"]}");
    assertThat(ada.get("/api/v2/instance").at("/configuration/translation/enabled").asBoolean())
        .isTrue();
  }

  @Test
  void withoutAServiceThereIsNothing() {
    Person carl = fediverse.person("carl", "alpha.test");
    JsonNode post = carl.post("/api/v1/statuses", "status", "guten tag", "language", "de");
    assertThat(ask(carl, post, "en").status()).isEqualTo(404);
    assertThat(carl.get("/api/v1/instance/translation_languages").toString()).isEqualTo("{}");
    assertThat(carl.server().client().get("/api/v1/akkoma/translation/languages", null).status())
        .isEqualTo(404);
    assertThat(carl.get("/api/v2/instance").at("/configuration/translation/enabled").asBoolean())
        .isFalse();
  }
}
