package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.fediverse.TestNames;
import social.parley.jsonld.Json;
import social.parley.mastodon.writing.OtherSite;
import social.parley.mastodon.writing.OtherSite.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that hangs on a post, as its page shows it and as it is pressed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostShownTest {
  private final Fediverse fediverse = Fediverse.of();
  private OtherSite news;
  private OtherSite words;
  private Person ada;
  private Person bob;
  private Guest page;

  @BeforeAll
  void start() {
    news =
        new OtherSite(
            "news.test",
            TestNames.address("news.test"),
            _ ->
                Reply.page(
                    "<title>The story</title><meta property=\"og:site_name\" content=\"News\">"
                        + "<meta name=\"description\" content=\"All about it\">"));
    words = new OtherSite("localhost", InetAddress.getLoopbackAddress(), PostShownTest::translated);
    fediverse.add(
        "alpha.test",
        Map.of(
            "PARLEY_TRANSLATION_SERVICE",
            "libretranslate",
            "PARLEY_TRANSLATION_URL",
            words.url() + "/"));
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "alpha.test");
    page = loggedIn("bob");
  }

  @AfterAll
  void stop() {
    fediverse.close();
    news.close();
    words.close();
  }

  private static Reply translated(OtherSite.Request request) {
    if (request.path().startsWith("/languages"))
      return Reply.json("[{\"code\":\"de\",\"name\":\"\",\"targets\":[\"en\"]}]");
    var pieces = JsonMapper.builder().build().readTree(request.body()).path("q");
    var loud = pieces.valueStream().map(one -> "<p>" + text(one.asString()) + "</p>").toList();
    return Reply.json(
        JsonMapper.builder()
            .build()
            .writeValueAsString(
                Map.of(
                    "translatedText",
                    loud,
                    "detectedLanguage",
                    loud.stream().map(_ -> Map.of("language", "de")).toList())));
  }

  private static String text(String html) {
    return org.jsoup.Jsoup.parse(html).text().toUpperCase(Locale.ROOT);
  }

  private Guest loggedIn(String name) {
    return new Guest("http://" + ada.server().authority()).enter(name, Instance.PASSWORD);
  }

  private Element shown(Status post) {
    page.open("/@ada/" + post.id());
    assertThat(page.status()).isEqualTo(200);
    return page.page().selectFirst(".post-main");
  }

  @Test
  void aQuoteShowsThePostOrWhyThereIsNone() {
    Status quoted = bob.write("worth repeating");
    Status quoting = ada.write("hear, hear", "quoted_status_id", quoted.id());
    Element post = shown(quoting);
    assertThat(post.select(".quote .prose").text()).isEqualTo("worth repeating");
    assertThat(page.open("/@bob/" + quoted.id() + "/quotes").text()).contains("hear, hear");
    shown(quoting);
    page.submit("/posts/" + quoting.id() + "/unquote");
    assertThat(shown(quoting).select(".quote").text()).contains("has withdrawn it");
  }

  @Test
  void aQuoteThatWaitsSaysSo() {
    Status quoted = bob.write("ask me first", "quote_approval_policy", "nobody");
    assertThat(ada.tries("/api/v1/statuses", "status", "may I?", "quoted_status_id", quoted.id()))
        .isGreaterThanOrEqualTo(400);
    Element post = page.open("/@bob/" + quoted.id()).page().selectFirst(".post-main");
    assertThat(loggedIn("ada").open("/@bob/" + quoted.id()).page().select("[data-key=quote]"))
        .isEmpty();
    assertThat(post.select("[data-key=quote]")).hasSize(1);
  }

  @Test
  void aLinkBecomesACard() {
    Status post = ada.write("read " + news.url() + "/story");
    fediverse.after(Duration.ofSeconds(5));
    Element card = shown(post).selectFirst("a.card");
    assertThat(card.text()).contains("News", "The story", "All about it");
    assertThat(card.attr("href")).isEqualTo(news.url() + "/story");
  }

  @Test
  void reactionsAreSeenAndPressed() {
    Status post = ada.write("react to me");
    String react = "/posts/" + post.id() + "/react";
    page.open(react).submit(react, "emoji", "🎉");
    Element pressed = shown(post).selectFirst(".reaction");
    assertThat(pressed.text()).isEqualTo("🎉1");
    assertThat(pressed.attr("aria-pressed")).isEqualTo("true");
    assertThat(page.open(react).page().select(".picker .react").size()).isGreaterThan(500);
    assertThat(page.open("/@ada/" + post.id() + "/reactions").text()).contains("🎉", "bob");
    shown(post);
    page.submit(react, "take_back", "🎉");
    assertThat(shown(post).select(".reaction")).isEmpty();
    page.open(react).submit(react, "emoji", "no emoji");
    assertThat(page.status()).isEqualTo(422);
  }

  @Test
  void theEmojiForABoostedPostHaveTheirForm() {
    Status post = ada.write("boosted, and to be reacted to");
    bob.post("/api/v1/statuses/" + post.id() + "/reblog");
    Element row = page.open("/@bob").page().selectFirst(".post:contains(boosted, and to be)");
    Document all = page.open(row.selectFirst(".react-menu a").attr("href")).page();
    assertThat(all.select("[form]"))
        .hasSizeGreaterThan(500)
        .allMatch(one -> all.getElementById(one.attr("form")) != null);
  }

  @Test
  void postsInCommunitiesCanBeVotedDown() {
    Outsider forum = fediverse.outsider("forum.test");
    forum.actor("cats");
    ObjectNode group = (ObjectNode) Json.parse(forum.served("/cats"));
    forum.serve("/cats", group.put("type", "Group"));
    Status post = ada.write("@cats@" + forum.authority() + " Dogs are better");
    String vote = "/posts/" + post.id() + "/dislike";
    assertThat(shown(post).select("button[formaction=" + vote + "]").text()).isEqualTo("Dislike");
    page.submit(vote);
    String back = "/posts/" + post.id() + "/undislike";
    assertThat(shown(post).select("button[formaction=" + back + "]").text())
        .isEqualTo("Undo dislike1");
    assertThat(shown(post).select(".post-note").text()).isEqualTo("In cats");
    page.submit(back);
    assertThat(shown(post).select("button[formaction=" + vote + "]").text()).isEqualTo("Dislike");
    assertThat(shown(ada.write("At home")).select("button[formaction$=/dislike]")).isEmpty();
  }

  @Test
  void eventsAreJoinedAndLeft() {
    Outsider club = fediverse.outsider("club.test");
    String host = club.actor("host");
    club.befriend(fediverse, bob, host);
    ObjectNode event =
        club.note("/events/1", host, "Bring beans")
            .put("type", "Event")
            .put("name", "Party")
            .put("joinMode", "free")
            .put("startTime", fediverse.clock().instant().plus(Duration.ofDays(1)).toString());
    club.send(bob.server(), club.create(event));
    fediverse.settle();
    Status post = bob.find(event.path("id").asString(), false).orElseThrow();
    String address = "/@host@" + club.authority() + "/" + post.id();
    page.open(address);
    assertThat(page.page().select(".going").text()).isEqualTo("I am coming");
    page.submit("/posts/" + post.id() + "/attend");
    assertThat(page.open(address).page().select(".going").text())
        .contains("You have asked to come");
    page.submit("/posts/" + post.id() + "/unattend");
    assertThat(page.open(address).page().select(".going").text()).isEqualTo("I am coming");
    fediverse.clock().advance(Duration.ofDays(2));
    assertThat(page.open(address).page().select(".going").text()).isEqualTo("This event is over.");
  }

  @Test
  void filtersWarnHideAndBlur() {
    for (String action : new String[] {"warn", "hide", "blur"})
      bob.post(
          "/api/v2/filters",
          "title",
          "No " + action,
          "context[]",
          "public",
          "filter_action",
          action,
          "keywords_attributes[][keyword]",
          "about" + action);
    ada.write("a post aboutwarn");
    ada.write("a post abouthide");
    String picture = ada.upload(Pictures.png(40, 30), "A field.");
    ada.write("a post aboutblur", "media_ids[]", picture);
    page.open("/local");
    assertThat(page.page().select(".cover-filter > summary").text()).contains("Filtered: No warn");
    assertThat(page.text()).doesNotContain("abouthide").contains("aboutblur");
    assertThat(page.page().select(".post:contains(aboutblur) .veil-words").text())
        .isEqualTo("Hidden by a filter");
    assertThat(new Guest("http://" + ada.server().authority()).open("/local").text())
        .contains("abouthide");
    assertThat(loggedIn("ada").open("/local").text()).contains("abouthide");
  }

  @Test
  void descriptionsOfPicturesCanBeRead() {
    String picture = ada.upload(Pictures.png(40, 30), "A green field.");
    Status post = ada.write("look", "media_ids[]", picture, "sensitive", "true");
    Element shown = shown(post);
    assertThat(shown.select("details.alt p").text()).isEqualTo("A green field.");
    assertThat(shown.select(".veil:not([open]) .shot img").attr("alt")).isEqualTo("A green field.");
  }

  @Test
  void whoMayReplyIsSaidAndTheButtonKeepsToIt() {
    Status post =
        ada.write(
            "only for friends", "interaction_policy[can_reply][automatic_approval][]", "followers");
    Element shown = shown(post);
    assertThat(shown.select(".post-facts").text()).contains("Followers can reply");
    assertThat(shown.select("a[data-key=reply]")).isEmpty();
    bob.follow(ada);
    assertThat(shown(post).select("a[data-key=reply]")).hasSize(1);
    bob.unfollow(ada);
  }

  @Test
  void anotherLanguageIsTranslated() {
    Status post = ada.write("guten tag", "language", "de");
    assertThat(shown(post).select(".translate a")).hasSize(1);
    assertThat(shown(ada.write("good day", "language", "en")).select(".translate")).isEmpty();
    page.openPart("/posts/" + post.id() + "/translation");
    assertThat(page.page().select(".words > .prose").text()).isEqualTo("GUTEN TAG");
    assertThat(page.page().select("summary").text())
        .isEqualTo("Translated from German by LibreTranslate");
    Status secret = ada.write("@bob geheim", "language", "de", "visibility", "direct");
    assertThat(shown(secret).select(".translate")).isEmpty();
    assertThat(page.open("/posts/" + secret.id() + "/translation").status()).isEqualTo(403);
  }

  @Test
  void anEditedPostLeadsToItsVersions() {
    Status post = ada.write("frist");
    ada.edit(post, "first");
    page.open("/local");
    String history = "/@ada/" + post.id() + "/history";
    assertThat(page.page().select("a.post-edited[href=" + history + "]")).hasSize(1);
    assertThat(page.open(history).text()).contains("frist", "first");
  }
}
