package social.parley.web.feeds;

import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Feeds as JSON Feed 1.1. */
final class JsonFeedWriter {
  private JsonFeedWriter() {}

  static byte[] write(Feed feed) {
    ObjectNode json =
        Json.object()
            .put("version", "https://jsonfeed.org/version/1.1")
            .put("title", feed.title())
            .put("home_page_url", feed.page())
            .put("feed_url", FeedForm.JSON.address(feed));
    if (!feed.summary().isEmpty()) json.put("description", feed.summary());
    if (feed.icon() != null) json.put("icon", feed.icon());
    json.putArray("hubs").addObject().put("type", "WebSub").put("url", feed.hub());
    ArrayNode items = json.putArray("items");
    for (Feed.Entry entry : feed.entries()) items.add(item(entry));
    return Json.write(json);
  }

  private static ObjectNode item(Feed.Entry entry) {
    ObjectNode item =
        Json.object()
            .put("id", entry.id())
            .put("url", entry.url())
            .put("content_html", entry.html())
            .put("date_published", entry.published().toString());
    if (entry.updated().isAfter(entry.published()))
      item.put("date_modified", entry.updated().toString());
    if (entry.language() != null) item.put("language", entry.language());
    item.putArray("authors")
        .addObject()
        .put("name", entry.author().name())
        .put("url", entry.author().url());
    if (!entry.tags().isEmpty()) {
      ArrayNode tags = item.putArray("tags");
      entry.tags().forEach(tags::add);
    }
    ArrayNode files = Json.MAPPER.createArrayNode();
    for (Feed.File file : entry.files()) {
      ObjectNode one = files.addObject().put("url", file.url()).put("mime_type", file.mediaType());
      if (file.bytes() > 0) one.put("size_in_bytes", file.bytes());
      if (!file.description().isEmpty()) one.put("title", file.description());
    }
    if (!files.isEmpty()) item.set("attachments", files);
    return item;
  }
}
