package social.parley.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;

class FeedReaderTest {
  private static final Iri ADDRESS = new Iri("https://blog.test/feed.xml");

  private static Optional<FeedContent> read(String text) {
    return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), ADDRESS);
  }

  @Test
  void rss() {
    FeedContent feed =
        read("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>The garden</title><link>https://blog.test/</link>
        <description>On beans</description>
        <image><url>https://blog.test/icon.png</url></image>
        <item><title>Beans &amp; peas</title><link>/beans</link><guid>no 1</guid>
        <pubDate>Tue, 03 Feb 2026 04:05:06 GMT</pubDate><category>beans</category>
        <description>Short</description>
        <content:encoded><![CDATA[<p>Long <a href="more">text</a></p>]]></content:encoded>
        <enclosure url="https://blog.test/1.mp3" type="audio/mpeg" length="5"/></item>
        </channel></rss>
        """)
            .orElseThrow();
    assertThat(feed.title()).isEqualTo("The garden");
    assertThat(feed.page()).isEqualTo("https://blog.test/");
    assertThat(feed.icon()).isEqualTo("https://blog.test/icon.png");
    FeedContent.Item item = feed.items().getFirst();
    assertThat(item.key()).isEqualTo("no 1");
    assertThat(item.title()).isEqualTo("Beans & peas");
    assertThat(item.link()).isEqualTo("https://blog.test/beans");
    assertThat(item.html()).isEqualTo("<p>Long <a href=\"https://blog.test/more\">text</a></p>");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
    assertThat(item.tags()).containsExactly("beans");
    assertThat(item.files()).extracting(FeedContent.File::mediaType).containsExactly("audio/mpeg");
  }

  @Test
  void atom() {
    FeedContent feed =
        read("""
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
        <link rel="self" href="https://blog.test/feed.xml"/><link href="https://blog.test/"/>
        <entry><id>tag:blog.test,2026:1</id><title>One</title>
        <link rel="alternate" href="/one"/><updated>2026-02-03T05:05:06+01:00</updated>
        <category term="peas"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></div>
        </content></entry></feed>
        """)
            .orElseThrow();
    assertThat(feed.page()).isEqualTo("https://blog.test/");
    FeedContent.Item item = feed.items().getFirst();
    assertThat(item.key()).isEqualTo("tag:blog.test,2026:1");
    assertThat(item.link()).isEqualTo("https://blog.test/one");
    assertThat(item.html()).contains("<p>Hi</p>");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
    assertThat(item.tags()).containsExactly("peas");
  }

  @Test
  void oldRssHasItsItemsBesideTheChannel() {
    FeedContent feed =
        read("""
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Old</title><link>https://blog.test/</link></channel>
        <item><title>Item</title><link>https://blog.test/i</link>
        <dc:date>2026-02-03T04:05:06Z</dc:date></item></rdf:RDF>
        """)
            .orElseThrow();
    assertThat(feed.title()).isEqualTo("Old");
    assertThat(feed.items())
        .extracting(FeedContent.Item::key)
        .containsExactly("https://blog.test/i");
    assertThat(feed.items().getFirst().published())
        .isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
  }

  @Test
  void jsonFeed() {
    FeedContent feed =
        read("""
        {"version": "https://jsonfeed.org/version/1.1", "title": "J",
         "items": [{"id": "1", "url": "https://blog.test/1", "content_text": "a < b"}]}
        """)
            .orElseThrow();
    assertThat(feed.items().getFirst().html()).isEqualTo("a &lt; b");
  }

  @Test
  void whatIsNoFeedIsNone() {
    for (String text : new String[] {"", "<html><body>Hello</body></html>", "{\"a\": 1}", "{", "x"})
      assertThat(read(text)).as(text).isEmpty();
  }

  @Test
  void entitiesAreNotLookedUp() {
    FeedContent feed =
        read("""
        <!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
        <rss><channel><title>&secret;</title></channel></rss>
        """)
            .orElseThrow();
    assertThat(feed.title()).isEqualTo("&secret;");
  }

  @Test
  void aPageNamesItsFeed() {
    String page =
        "<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>";
    Iri address = new Iri("https://blog.test/about");
    assertThat(FeedReader.named(page.getBytes(StandardCharsets.UTF_8), address))
        .contains(new Iri("https://blog.test/rss"));
  }

  @Test
  void handlesSayWhichFeedItIs() {
    assertThat(FeedActivities.name(new Iri("https://blog.test/feed.xml"))).isEqualTo("feed");
    assertThat(FeedActivities.name(new Iri("https://blog.test/index.xml?a=b"))).isEqualTo("feed");
    assertThat(FeedActivities.name(new Iri("https://blog.test/My/Podcast.rss")))
        .isEqualTo("feed-my-podcast");
  }

  @Test
  void aYearOfNoCalendarIsNone() {
    FeedContent feed =
        read("""
        {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [
         {"id": "1", "content_text": "a", "date_published": "+999999999-01-01T00:00:00Z"},
         {"id": "2", "content_text": "b", "date_published": "-999999999-01-01T00:00:00Z"},
         {"id": "3", "content_text": "c", "date_published": "2026-02-03T04:05:06Z"}]}
        """)
            .orElseThrow();
    assertThat(feed.items())
        .extracting(FeedContent.Item::published)
        .containsExactly(null, null, Instant.parse("2026-02-03T04:05:06Z"));
  }
}
