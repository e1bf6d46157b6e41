package social.parley.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import social.parley.core.Iri;

/** Reads a feed of any form out of what a server answered. */
final class FeedReader {
  private static final String LINKS =
      "link[rel~=(?i)\\balternate\\b][type=application/atom+xml],"
          + "link[rel~=(?i)\\balternate\\b][type=application/rss+xml],"
          + "link[rel~=(?i)\\balternate\\b][type=application/feed+json]";

  private FeedReader() {}

  /** The feed, or nothing when this is none. */
  static Optional<FeedContent> read(byte[] body, Iri address) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (text.startsWith("{")) return JsonFeedReader.read(body, address);
    return XmlFeedReader.read(text, address);
  }

  /** The first feed that a page names as another form of itself. */
  static Optional<Iri> named(byte[] body, Iri page) {
    Element link =
        Jsoup.parse(new String(body, StandardCharsets.UTF_8), page.value()).selectFirst(LINKS);
    return link == null
        ? Optional.empty()
        : Iri.parse(link.absUrl("href")).filter(Iri::isWeb).filter(feed -> !feed.equals(page));
  }

  /** The same HTML with absolute addresses. */
  static String absolute(String html, Iri base) {
    Element body = Jsoup.parseBodyFragment(html, base.value()).body();
    for (Element one : body.select("a[href]")) one.attr("href", one.absUrl("href"));
    for (Element one : body.select("[src]")) one.attr("src", one.absUrl("src"));
    return body.html();
  }
}
