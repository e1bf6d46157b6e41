package social.parley.web.feeds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Feeds as RSS 2.0. */
final class RssWriter {
  private RssWriter() {}

  static byte[] write(Feed feed) {
    XmlText xml = XmlText.start();
    xml.open(
            "rss",
            "version",
            "2.0",
            "xmlns:atom",
            "http://www.w3.org/2005/Atom",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/")
        .open("channel")
        .text("title", feed.title())
        .text("link", feed.page())
        .text("description", feed.summary().isEmpty() ? feed.title() : feed.summary())
        .text("lastBuildDate", date(feed.updated()))
        .empty(
            "atom:link",
            "rel",
            "self",
            "type",
            FeedForm.RSS.mediaType(),
            "href",
            FeedForm.RSS.address(feed))
        .empty("atom:link", "rel", "hub", "href", feed.hub());
    if (feed.icon() != null)
      xml.open("image")
          .text("url", feed.icon())
          .text("title", feed.title())
          .text("link", feed.page())
          .close();
    for (Feed.Entry entry : feed.entries()) write(xml, entry);
    return xml.close().close().end();
  }

  /** Without a title, as a post has none; readers then show how it begins. */
  private static void write(XmlText xml, Feed.Entry entry) {
    xml.open("item")
        .text("guid", entry.id(), "isPermaLink", "false")
        .text("link", entry.url())
        .text("pubDate", date(entry.published()))
        .text("dc:creator", entry.author().name())
        .text("description", entry.html());
    // RSS knows one enclosure an item.
    if (!entry.files().isEmpty()) {
      Feed.File file = entry.files().getFirst();
      xml.empty(
          "enclosure",
          "url",
          file.url(),
          "type",
          file.mediaType(),
          "length",
          Long.toString(file.bytes()));
    }
    for (String tag : entry.tags()) xml.text("category", tag);
    xml.close();
  }

  private static String date(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}
