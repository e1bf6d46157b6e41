package social.parley.mastodon.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Scopes;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.TestNames;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.writing.OtherSite.Reply;
import tools.jackson.databind.JsonNode;

/** Scheduling, cards, embedding and content types, as apps see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingApiTest {
  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private OtherSite news;
  private Person ada;
  private Person bob;

  @BeforeAll
  void start() {
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "alpha.test");
    news =
        new OtherSite(
            "news.test",
            TestNames.address("news.test"),
            request ->
                Reply.page(
                    """
                    <title>The story</title><meta property="og:site_name" content="News">
                    <meta name="author" content="Ada L.">
                    <meta name="fediverse:creator" content="@%s">\
                    """
                        .formatted(ada.handle())));
  }

  @AfterAll
  void stop() {
    fediverse.close();
    news.close();
  }

  private Answer stranger(String path) {
    return ada.server().client().get(path, null);
  }

  private Answer change(String method, String path, @Nullable String json) {
    return ada.server().client().send(method, path, json, "application/json", ada.token());
  }

  private String in(Duration time) {
    return fediverse.clock().instant().plus(time).toString();
  }

  @Test
  void aPostWaitsForItsTime() {
    JsonNode waits =
        ada.post(
            "/api/v1/statuses",
            "status",
            "in an hour",
            "scheduled_at",
            in(Duration.ofHours(1)),
            "spoiler_text",
            "later",
            "visibility",
            "unlisted",
            "media_ids[]",
            ada.upload(Pictures.png(20, 20), "a picture"));
    assertThat(waits.at("/params/text").asString()).isEqualTo("in an hour");
    assertThat(waits.at("/params/spoiler_text").asString()).isEqualTo("later");
    assertThat(waits.at("/params/poll").isNull()).isTrue();
    assertThat(waits.at("/media_attachments/0/description").asString()).isEqualTo("a picture");
    assertThat(ada.get("/api/v1/scheduled_statuses").size()).isEqualTo(1);
    fediverse.after(Duration.ofHours(2));
    assertThat(ada.get("/api/v1/scheduled_statuses").size()).isZero();
    JsonNode published = ada.get("/api/v1/accounts/" + ada.id() + "/statuses").path(0);
    assertThat(published.path("spoiler_text").asString()).isEqualTo("later");
    assertThat(published.path("media_attachments").size()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBePublishedIsShownWithTheReason() {
    String parent = ada.post("/api/v1/statuses", "status", "ask me").path("id").asString();
    String at = in(Duration.ofHours(1));
    JsonNode waits =
        bob.post("/api/v1/statuses", "status", "so", "scheduled_at", at, "in_reply_to_id", parent);
    change("DELETE", "/api/v1/statuses/" + parent, "{}");
    fediverse.after(Duration.ofHours(2));
    JsonNode failed = bob.get("/api/v1/scheduled_statuses/" + waits.path("id").asString());
    assertThat(failed.path("error").asString()).isEqualTo("Record not found");
    assertThat(failed.path("failed_at").isNull()).isFalse();
  }

  @Test
  void aLinkHasACardAndItsAuthorOnlyIfTheyAgree() {
    String url = news.url() + "/story";
    JsonNode post = bob.post("/api/v1/statuses", "status", "read " + url);
    assertThat(post.path("card").isNull()).isTrue();
    fediverse.after(Duration.ofMinutes(1));
    JsonNode card = card(post);
    assertThat(card.path("url").asString()).isEqualTo(url);
    assertThat(card.path("title").asString()).isEqualTo("The story");
    assertThat(card.path("type").asString()).isEqualTo("link");
    assertThat(card.path("provider_name").asString()).isEqualTo("News");
    assertThat(card.at("/authors/0/name").asString()).isEqualTo("Ada L.");
    assertThat(card.at("/authors/0/account").isNull()).isTrue();
    assertThat(news.asked).containsOnlyOnce("GET /story");

    JsonNode me =
        change(
                "PATCH",
                "/api/v1/accounts/update_credentials",
                "{\"attribution_domains\": [\"https://News.test\"]}")
            .json();
    assertThat(me.at("/source/attribution_domains/0").asString()).isEqualTo("news.test");
    JsonNode document = ada.server().document(ada.iri()).json();
    assertThat(document.at("/attributionDomains/0").asString()).isEqualTo("news.test");
    JsonNode second = bob.post("/api/v1/statuses", "status", "again " + url);
    assertThat(card(second).at("/authors/0/account/id").asString()).isEqualTo(ada.id());
    assertThat(stranger("/api/v1/statuses/" + second.path("id").asString() + "/card").json())
        .isEqualTo(card(second));
    String plain = ada.write("No link").id();
    assertThat(stranger("/api/v1/statuses/" + plain + "/card").status()).isEqualTo(404);

    String encoded = URLEncoder.encode(url, StandardCharsets.UTF_8);
    JsonNode timeline = ada.get("/api/v1/timelines/link?url=" + encoded);
    assertThat(timeline.size()).isEqualTo(2);
    assertThat(stranger("/api/v1/timelines/link?url=" + encoded).status()).isEqualTo(404);
  }

  private JsonNode card(JsonNode post) {
    return ada.get("/api/v1/statuses/" + post.path("id").asString()).path("card");
  }

  @Test
  void theProgramOfAPostLeadsToItsSite() {
    var client = ada.server().client();
    Answer program =
        client.form(
            "/api/v1/apps",
            null,
            "client_name",
            "A pen",
            "redirect_uris",
            "urn:ietf:wg:oauth:2.0:oob",
            "website",
            "https://pen.example/");
    var community = ada.server().community();
    String token =
        community
            .tokens()
            .issue(
                community.applications().byClientId(program.text("/client_id")).orElseThrow(),
                ada.account(),
                Scopes.parse("write").orElseThrow())
            .secret();
    String id = client.form("/api/v1/statuses", token, "status", "By pen").text("/id");
    JsonNode application = stranger("/api/v1/statuses/" + id).json().path("application");
    assertThat(application.path("name").asString()).isEqualTo("A pen");
    assertThat(application.path("website").asString()).isEqualTo("https://pen.example/");
  }

  @Test
  void anEditBringsAnotherSmallPicture() {
    String file = ada.upload(Pictures.png(40, 40), "a square");
    JsonNode post = ada.post("/api/v1/statuses", "status", "a picture", "media_ids[]", file);
    String path = "/api/v1/statuses/" + post.path("id").asString();
    Answer edited =
        ada.server()
            .client()
            .upload(
                "PUT",
                path,
                ada.token(),
                "media_attributes[][thumbnail]",
                Pictures.png(20, 10),
                "status",
                "a picture",
                "media_ids[]",
                file,
                "media_attributes[][id]",
                file);
    assertThat(edited.status()).as(edited.response().body()).isEqualTo(200);
    JsonNode seen = ada.get(path).at("/media_attachments/0");
    for (JsonNode now : new JsonNode[] {edited.json().at("/media_attachments/0"), seen}) {
      assertThat(now.path("preview_url")).isNotEqualTo(post.at("/media_attachments/0/preview_url"));
      assertThat(now.at("/meta/small/aspect").asDouble()).isEqualTo(2.0);
    }
    String others = bob.upload(Pictures.png(9, 9), "another's");
    assertThat(
            ada.server()
                .client()
                .upload(
                    "PUT",
                    path,
                    ada.token(),
                    "media_attributes[][thumbnail]",
                    Pictures.png(9, 9),
                    "media_attributes[][id]",
                    others)
                .status())
        .isEqualTo(404);
  }

  @Test
  void openPostsCanBeEmbedded() throws Exception {
    JsonNode post = ada.post("/api/v1/statuses", "status", "embed <me>");
    String url = post.path("url").asString();
    String encoded = URLEncoder.encode(url, StandardCharsets.UTF_8);
    Answer offer = stranger("/api/oembed?maxwidth=320&url=" + encoded);
    assertThat(offer.status()).isEqualTo(200);
    assertThat(offer.text("/type")).isEqualTo("rich");
    assertThat(offer.json().path("width").asInt()).isEqualTo(320);
    assertThat(offer.text("/html")).startsWith("<iframe src=\"" + url + "/embed\"");
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          browser.send(
              HttpRequest.newBuilder(URI.create(url + "/embed")).build(), BodyHandlers.ofString());
      assertThat(page.body()).contains("embed &lt;me&gt;").doesNotContain("<script");
      String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy).contains("frame-ancestors *").contains("script-src 'none'");
      assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
      HttpResponse<String> whole =
          browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
      assertThat(whole.body()).contains("application/json+oembed");
      assertThat(whole.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'");
    }
    JsonNode closed = ada.post("/api/v1/statuses", "status", "no", "visibility", "private");
    String hidden = URLEncoder.encode(closed.path("url").asString(), StandardCharsets.UTF_8);
    assertThat(stranger("/api/oembed?url=" + hidden).status()).isEqualTo(404);
    assertThat(stranger("/api/oembed?format=xml&url=" + encoded).status()).isEqualTo(501);
  }

  @Test
  void htmlIsCleanedAndItsNamesBecomeLinks() {
    JsonNode post =
        ada.post(
            "/api/v1/statuses",
            "content_type",
            "text/html",
            "status",
            "<p onclick=x()>Hi <b>@bob</b> #tag <a class=mention href=\"https://x.example/\">x</a>"
                + "<script>alert(1)</script></p><code>@bob</code>");
    assertThat(post.path("content").asString())
        .contains("<b><span class=\"h-card\"")
        .contains("class=\"mention hashtag\"")
        .contains("<a href=\"https://x.example/\"")
        .contains("<code>@bob</code>")
        .doesNotContain("script")
        .doesNotContain("onclick")
        .doesNotContain("<a class=\"mention\" href=\"https://x.example");
    assertThat(post.path("mentions").size()).isEqualTo(1);
    assertThat(post.at("/tags/0/name").asString()).isEqualTo("tag");
    JsonNode source = ada.get("/api/v1/statuses/" + post.path("id").asString() + "/source");
    assertThat(source.path("content_type").asString()).isEqualTo("text/html");
    assertThat(ada.tries("/api/v1/statuses", "status", "[b]x[/b]", "content_type", "text/bbcode"))
        .isEqualTo(422);
    assertThat(ada.get("/api/v2/instance").at("/configuration/statuses/supported_mime_types"))
        .hasSize(3);
  }

  @Test
  void filesGoWithTheirPostOnlyWhenAsked() {
    String kept = ada.upload(Pictures.png(20, 20), "kept");
    String first =
        ada.post("/api/v1/statuses", "status", "one", "media_ids[]", kept).path("id").asString();
    assertThat(change("DELETE", "/api/v1/statuses/" + first, "{}").status()).isEqualTo(200);
    assertThat(ada.get("/api/v1/media/" + kept).path("description").asString()).isEqualTo("kept");
    String second =
        ada.post("/api/v1/statuses", "status", "two", "media_ids[]", kept).path("id").asString();
    Answer gone = change("DELETE", "/api/v1/statuses/" + second + "?delete_media=true", "{}");
    assertThat(gone.text("/text")).isEqualTo("two");
    assertThat(change("GET", "/api/v1/media/" + kept, null).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoIdNamesNothing() {
    String id = ada.post("/api/v1/statuses", "status", "here").path("id").asString();
    assertThat(ada.get("/api/v1/statuses?id[]=" + id + "&id[]=nonsense").size()).isEqualTo(1);
  }
}
