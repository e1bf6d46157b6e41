package social.parley.web.feeds;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Feeds as Atom (RFC 4287). */
final class AtomWriter {
  private AtomWriter() {}

  static byte[] write(Feed feed) {
    String self = FeedForm.ATOM.address(feed);
    XmlText xml = XmlText.start();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom")
        .text("id", self)
        .text("title", feed.title())
        .text("subtitle", feed.summary())
        .text("updated", date(feed.updated()))
        .text("icon", feed.icon())
        .empty("link", "rel", "self", "type", FeedForm.ATOM.mediaType(), "href", self)
        .empty("link", "rel", "hub", "href", feed.hub())
        .empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
    for (Feed.Entry entry : feed.entries()) write(xml, entry);
    return xml.close().end();
  }

  private static void write(XmlText xml, Feed.Entry entry) {
    xml.open("entry")
        .text("id", entry.id())
        .text("title", entry.title().isEmpty() ? entry.url() : entry.title())
        .text("published", date(entry.published()))
        .text("updated", date(entry.updated()))
        .empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
    for (Feed.File file : entry.files())
      xml.empty(
          "link",
          "rel",
          "enclosure",
          "type",
          file.mediaType(),
          "length",
          Long.toString(file.bytes()),
          "href",
          file.url());
    xml.open("author")
        .text("name", entry.author().name())
        .text("uri", entry.author().url())
        .close();
    for (String tag : entry.tags()) xml.empty("category", "term", tag);
    String language = entry.language();
    if (language == null) xml.text("content", entry.html(), "type", "html");
    else xml.text("content", entry.html(), "type", "html", "xml:lang", language);
    xml.close();
  }

  private static String date(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
