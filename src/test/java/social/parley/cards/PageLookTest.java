package social.parley.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;

/** How pages describe themselves. */
class PageLookTest {
  private static final String URL = "https://news.example/story";
  private final PaperWeb web = new PaperWeb();

  private Preview look(String html) {
    web.page(URL, html);
    return new PageLook(web).at(new Iri(URL)).orElseThrow();
  }

  private Preview embedding(String offer) {
    web.put(
        "https://news.example/oembed?url=1",
        "application/json",
        offer.getBytes(StandardCharsets.UTF_8));
    return look(
        """
        <title>Page</title>
        <link rel="alternate" type="application/json+oembed" href="/oembed?url=1">\
        """);
  }

  @Test
  void openGraphComesFirst() {
    Preview page =
        look(
            """
            <html lang="de-AT"><head><title>Plain title</title>
            <meta property="og:title" content="Graph &amp; title">
            <meta name="description" content="plain description">
            <meta property="og:description" content="graph description">
            <meta property="og:site_name" content="The News">
            <meta property="og:image" content="/picture.jpg">
            <meta property="og:image:alt" content="A hill">
            <meta property="og:url" content="https://news.example/canonical#part">
            <meta property="article:published_time" content="2026-02-03T04:05:06+01:00">
            <meta name="author" content="Ann Writer">
            <meta name="fediverse:creator" content="@ann@social.example"></head></html>\
            """);
    assertThat(page.title).isEqualTo("Graph & title");
    assertThat(page.description).isEqualTo("graph description");
    assertThat(page.providerName).isEqualTo("The News");
    assertThat(page.providerUrl).isEqualTo("https://news.example");
    assertThat(page.image).isEqualTo(new Iri("https://news.example/picture.jpg"));
    assertThat(page.imageDescription).isEqualTo("A hill");
    assertThat(page.canonical).isEqualTo(new Iri("https://news.example/canonical"));
    assertThat(page.publishedAt).isEqualTo(Instant.parse("2026-02-03T03:05:06Z"));
    assertThat(page.authorName).isEqualTo("Ann Writer");
    assertThat(page.creator).isEqualTo("@ann@social.example");
    assertThat(page.language).isEqualTo("de");
    assertThat(page.kind).isEqualTo(CardKind.LINK);
  }

  @Test
  void aPageMayNotNameItselfAsOneOfAnotherSite() {
    Preview page =
        look("<title>T</title><link rel=canonical href=\"https://other.example/story\">");
    assertThat(page.canonical).isEqualTo(new Iri(URL));
  }

  @Test
  void linkedDataFillsTheGaps() {
    Preview page =
        look(
            """
            <title>Story - News</title><script type="application/ld+json">not json</script>
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"},
              {"@type": ["NewsArticle"], "headline": "The story", "description": "All of it",
               "author": [{"@type": "Person", "name": "Ann", "url": "https://news.example/ann"}],
               "publisher": {"name": "The News"}, "datePublished": "2026-02-03",
               "image": ["https://news.example/1.jpg"], "inLanguage": "fr"}]}</script>\
            """);
    assertThat(page.title).isEqualTo("The story");
    assertThat(page.description).isEqualTo("All of it");
    assertThat(page.authorName).isEqualTo("Ann");
    assertThat(page.authorUrl).isEqualTo("https://news.example/ann");
    assertThat(page.providerName).isEqualTo("The News");
    assertThat(page.language).isEqualTo("fr");
    assertThat(page.image).isEqualTo(new Iri("https://news.example/1.jpg"));
    assertThat(page.publishedAt).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
  }

  @Test
  void anOfferedVideoBecomesAFrameAndNothingElse() {
    Preview page =
        embedding(
            """
            {"type": "video", "title": "A film", "width": 640, "height": "360",
             "html": "<script>alert(1)</script><iframe src='//tube.example/e/1' onload='x()'>\
            </iframe>", "author_name": "Ann", "author_url": "javascript:x()",
             "provider_name": "Tube", "provider_url": "https://tube.example",
             "thumbnail_url": "https://tube.example/t.jpg"}\
            """);
    assertThat(page.kind).isEqualTo(CardKind.VIDEO);
    assertThat(page.title).isEqualTo("A film");
    assertThat(page.html)
        .startsWith("<iframe src=\"https://tube.example/e/1\" width=\"640\" height=\"360\"")
        .contains("sandbox=")
        .doesNotContain("script>")
        .doesNotContain("onload");
    assertThat(page.authorUrl).isEmpty();
    assertThat(page.image).isEqualTo(new Iri("https://tube.example/t.jpg"));
  }

  @Test
  void framesWithoutEncryptionAndOtherMarkupAreLinks() {
    for (String html :
        new String[] {
          "<iframe src='http://tube.example/e/1'></iframe>",
          "<iframe src='javascript:alert(1)'></iframe>",
          "<blockquote>words</blockquote><script src='https://x.example/w.js'></script>"
        }) {
      Preview page = embedding("{\"type\": \"rich\", \"html\": \"" + html + "\"}");
      assertThat(page.kind).isEqualTo(CardKind.LINK);
      assertThat(page.html).isEmpty();
      assertThat(page.title).isEqualTo("Page");
    }
  }

  @Test
  void aPhotoIsShownAsOne() {
    Preview page =
        embedding(
            """
            {"type": "photo", "url": "https://news.example/p.jpg", "width": 800, "height": 600}\
            """);
    assertThat(page.kind).isEqualTo(CardKind.PHOTO);
    assertThat(page.embedUrl).isEqualTo("https://news.example/p.jpg");
    assertThat(page.width).isEqualTo(800);
  }

  @Test
  void lettersAreReadInTheirOwnEncoding() {
    web.put(
        URL,
        "text/html; charset=ISO-8859-1",
        "<title>Größe</title>".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new PageLook(web).at(new Iri(URL)).orElseThrow().title).isEqualTo("Größe");
  }

  @Test
  void whatIsNoPageOrSaysNothingGivesNothing() {
    assertThat(new PageLook(web).at(new Iri("https://news.example/none"))).isEmpty();
    web.put(URL, "application/pdf", new byte[] {1});
    assertThat(new PageLook(web).at(new Iri(URL))).isEmpty();
    web.page(URL, "<p>No title</p>");
    assertThat(new PageLook(web).at(new Iri(URL))).isEmpty();
  }
}
