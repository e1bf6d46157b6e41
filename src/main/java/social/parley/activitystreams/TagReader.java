package social.parley.activitystreams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Reads tags and links. */
final class TagReader {
  private TagReader() {}

  static List<Tag> tags(JsonNode node) {
    List<JsonNode> members = Values.members(node, "tag");
    if (members.isEmpty()) return List.of();
    List<Tag> tags = new ArrayList<>(members.size());
    for (JsonNode member : members) if (member.isObject()) tags.add(tag(member));
    return tags;
  }

  private static Tag tag(JsonNode node) {
    Tag tag =
        switch (Values.type(node)) {
          case "Mention" -> mention(node);
          case "Hashtag" -> hashtag(node);
          case "Emoji", "toot:Emoji" -> emoji(node);
          case "Link" -> objectLink(node);
          default -> null;
        };
    return tag == null ? new OtherTag(node) : tag;
  }

  private static @Nullable Tag mention(JsonNode node) {
    Iri href = Values.iri(node, "href");
    return href == null ? null : new MentionTag(href, Values.text(node, "name"));
  }

  private static @Nullable Tag hashtag(JsonNode node) {
    String name = Values.text(node, "name");
    if (name == null || name.isBlank()) return null;
    return new HashtagTag(Values.iri(node, "href"), name);
  }

  private static @Nullable Tag emoji(JsonNode node) {
    String name = Values.text(node, "name");
    ImageDocument icon = ObjectReader.image(node, "icon");
    if (name == null || icon == null) return null;
    return new EmojiTag(
        Values.iri(node, "id"), name, icon.url(), icon.mediaType(), Values.time(node, "updated"));
  }

  private static @Nullable Tag objectLink(JsonNode node) {
    Iri href = Values.iri(node, "href");
    if (href == null) return null;
    return new LinkTag(href, Values.text(node, "mediaType"), rel(node), Values.text(node, "name"));
  }

  /** Several relations are written as one string with blanks, as HTML does. */
  private static @Nullable String rel(JsonNode node) {
    JsonNode rel = node.get("rel");
    if (rel == null || !rel.isArray()) return Values.text(node, "rel");
    List<String> several = new ArrayList<>();
    for (JsonNode member : Values.members(rel))
      if (member.isString()) several.add(member.stringValue());
    return several.isEmpty() ? null : String.join(" ", several);
  }

  /** Strings, Links, arrays of both, or a map of names to strings (Prismo). */
  static List<LinkDocument> links(JsonNode node, String name) {
    List<LinkDocument> links = new ArrayList<>();
    for (JsonNode member : Values.members(node, name)) {
      if (member.isString()) {
        Iri href = Values.address(member);
        if (href != null) links.add(LinkDocument.of(href));
      } else if (member.isObject()) {
        LinkDocument link = link(member);
        if (link != null) links.add(link);
        else if (!member.has("type")) addMap(member, links);
      }
    }
    return links;
  }

  private static void addMap(JsonNode map, List<LinkDocument> links) {
    for (JsonNode value : map.values()) {
      Iri href = value.isString() ? Values.iri(value) : null;
      if (href != null && links.size() < Values.MAX_MEMBERS) links.add(LinkDocument.of(href));
    }
  }

  static @Nullable LinkDocument link(JsonNode node) {
    Iri href = Values.address(Values.first(node, "href"));
    if (href == null) return null;
    String mediaType = Values.text(node, "mediaType", "mimeType");
    return new LinkDocument(
        href,
        mediaType,
        rel(node),
        Values.text(node, "name"),
        Values.text(node, "hreflang"),
        Values.small(node, "width"),
        Values.small(node, "height"),
        Values.whole(node, "size"),
        node);
  }
}
