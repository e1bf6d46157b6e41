package social.parley.web.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;

/** Feeds as readers of feeds see them. */
class FeedsTest {
  private static Fediverse fediverse;
  private static Person ada;
  private static Status post;

  @BeforeAll
  static void start() {
    fediverse = Fediverse.of("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    Person ben = fediverse.person("ben", "beta.test");
    ada.follow(ben);
    fediverse.settle();
    String picture = ada.upload(Pictures.png(8, 8), "A red \"square\"");
    post = ada.write("Fish & <chips> #food", "media_ids[]", picture, "language", "en");
    ada.write("Hot", "spoiler_text", "Spicy", "visibility", "public");
    ada.write("Quiet #food", "visibility", "unlisted");
    ada.write("Private #food", "visibility", "private");
    ada.reply(post, "To myself");
    Status other = ben.write("Soup #food");
    fediverse.settle();
    ada.boost(other);
    ada.reply(other, "To somebody else");
    fediverse.settle();
  }

  @AfterAll
  static void stop() {
    fediverse.close();
  }

  private static Answer get(String path, String... headers) {
    return ada.server().client().send("GET", path, null, null, null, headers);
  }

  private static Document xml(Answer answer) {
    try {
      byte[] body = answer.response().body().getBytes(StandardCharsets.UTF_8);
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(body));
    } catch (Exception malformed) {
      throw new AssertionError(answer.response().body(), malformed);
    }
  }

  private static List<String> texts(Document document, String name) {
    List<String> texts = new ArrayList<>();
    NodeList all = document.getElementsByTagNameNS("*", name);
    for (int i = 0; i < all.getLength(); i++) texts.add(all.item(i).getTextContent());
    return texts;
  }

  private static String type(Answer answer) {
    return answer.response().headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void whatSomebodyWroteForAllIsInTheirRss() {
    Answer answer = get("/@ada.rss");
    assertThat(type(answer)).startsWith("application/rss+xml");
    Document rss = xml(answer);
    List<String> items = texts(rss, "description");
    assertThat(items).hasSize(4);
    assertThat(items.get(1)).contains("To myself");
    assertThat(items.get(2)).contains("Warning: Spicy", "Hot");
    assertThat(items.get(3)).contains("Fish &amp; &lt;chips&gt;", "<img", "A red &quot;square");
    assertThat(texts(rss, "guid").getLast()).isEqualTo(post.uri());
    var enclosure = (Element) rss.getElementsByTagName("enclosure").item(0);
    assertThat(enclosure.getAttribute("type")).startsWith("image/");
  }

  @Test
  void theSameIsThereAsAtom() {
    Answer answer = get("/@ada.atom");
    assertThat(type(answer)).startsWith("application/atom+xml");
    Document atom = xml(answer);
    assertThat(texts(atom, "id")).hasSize(4).contains(post.uri());
    assertThat(texts(atom, "title")).contains("Spicy");
    assertThat(texts(atom, "updated")).allMatch(date -> date.endsWith("Z"));
    assertThat(texts(atom, "name")).containsOnly("ada");
  }

  @Test
  void theSameIsThereAsJson() {
    Answer answer = get("/@ada.json");
    assertThat(type(answer)).startsWith("application/feed+json");
    assertThat(answer.text("/version")).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(answer.json().path("items").size()).isEqualTo(3);
    assertThat(answer.text("/items/2/url")).isEqualTo(post.url());
    assertThat(answer.text("/items/2/attachments/0/title")).isEqualTo("A red \"square\"");
    assertThat(answer.text("/items/2/language")).isEqualTo("en");
  }

  @Test
  void aTagIsAFeedOfEverybodysPublicPosts() {
    Answer answer = get("/tags/food.json");
    assertThat(answer.json().path("items").valueStream().map(one -> one.at("/authors/0/name")))
        .extracting(name -> name.asString())
        .containsExactly("ben", "ada");
    assertThat(xml(get("/tags/food.rss")).getElementsByTagName("item").getLength()).isEqualTo(2);
    assertThat(xml(get("/tags/nothing.atom")).getElementsByTagName("entry").getLength()).isZero();
  }

  @Test
  void whoHasItAlreadyIsSentNothing() {
    String tag = get("/@ada.rss").response().headers().firstValue("ETag").orElseThrow();
    Answer again = get("/@ada.rss", "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(get("/@ada.atom", "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void pagesLeadToTheirFeeds() {
    String base = ada.server().settings().url().value();
    assertThat(get("/@ada", "Accept", "text/html").response().body())
        .contains(
            "type=\"application/atom+xml\"",
            "href=\"" + base + "/@ada.atom\"",
            "href=\"" + base + "/@ada.rss\"",
            "href=\"" + base + "/@ada.json\"");
    assertThat(get("/tags/food", "Accept", "text/html").response().body())
        .contains("href=\"" + base + "/tags/food.rss\"");
  }

  @Test
  void thereAreFeedsOfPeopleHereOnly() {
    assertThat(get("/@nobody.rss").status()).isEqualTo(404);
    assertThat(get("/@ben@beta.test.rss").status()).isEqualTo(404);
    assertThat(get("/tags/-.rss").status()).isEqualTo(404);
  }

  @Test
  void whoIsNotToBeFoundIsNotIndexed() {
    ada.profile("indexable", "false");
    assertThat(get("/@ada.rss").response().headers().firstValue("X-Robots-Tag"))
        .contains("noindex");
    ada.profile("indexable", "true");
    assertThat(get("/@ada.rss").response().headers().firstValue("X-Robots-Tag")).isEmpty();
  }

  @Test
  void feedsNameTheirHub() {
    String base = ada.server().settings().url().value();
    Answer atom = get("/@ada.atom");
    assertThat(atom.header("Link"))
        .isEqualTo("<%s/hub>; rel=\"hub\", <%s/@ada.atom>; rel=\"self\"".formatted(base, base));
    assertThat(atom.response().body()).contains("rel=\"hub\" href=\"" + base + "/hub\"");
    assertThat(get("/@ada.rss").response().body()).contains("<atom:link rel=\"hub\"");
    assertThat(get("/tags/food.json").text("/hubs/0/url")).isEqualTo(base + "/hub");
  }
}
