package social.parley.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.jsonld.Malformed;
import tools.jackson.databind.JsonNode;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {
  private static final String VERSION = "https://jsonfeed.org/version/1";

  private JsonFeedReader() {}

  static Optional<FeedContent> read(byte[] body, Iri address) {
    JsonNode feed;
    try {
      feed = Json.parse(body);
    } catch (Malformed broken) {
      return Optional.empty();
    }
    if (!text(feed, "version").startsWith(VERSION)) return Optional.empty();
    List<FeedContent.Item> items = new ArrayList<>();
    feed.path("items")
        .valueStream()
        .limit(XmlFeedReader.MOST_ITEMS)
        .forEach(item -> items.add(item(item, address)));
    return Optional.of(
        new FeedContent(
            text(feed, "title"),
            text(feed, "description"),
            orNull(text(feed, "home_page_url")),
            orNull(text(feed, "icon")),
            hub(feed),
            orNull(text(feed, "feed_url")),
            items));
  }

  private static @Nullable String hub(JsonNode feed) {
    return feed.path("hubs")
        .valueStream()
        .filter(hub -> text(hub, "type").equalsIgnoreCase("WebSub"))
        .map(hub -> text(hub, "url"))
        .filter(url -> !url.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static FeedContent.Item item(JsonNode item, Iri address) {
    String link = text(item, "url");
    String html = text(item, "content_html");
    if (html.isEmpty()) html = XmlFeedReader.escaped(text(item, "content_text"));
    List<String> tags = new ArrayList<>();
    item.path("tags").valueStream().forEach(tag -> tags.add(tag.asString("")));
    List<FeedContent.File> files = new ArrayList<>();
    item.path("attachments")
        .valueStream()
        .forEach(
            file -> files.add(new FeedContent.File(text(file, "url"), text(file, "mime_type"))));
    String key = text(item, "id");
    return new FeedContent.Item(
        key.isEmpty() ? link : key,
        text(item, "title"),
        orNull(link),
        FeedReader.absolute(html, address),
        FeedDates.read(text(item, "date_published")),
        tags,
        files);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("").strip();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
