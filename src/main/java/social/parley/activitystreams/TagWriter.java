package social.parley.activitystreams;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes tags, links and pictures. */
final class TagWriter {
  private static final Set<String> LINK =
      Set.of("href", "mediaType", "rel", "name", "hreflang", "width", "height", "size");

  private TagWriter() {}

  /** Always an array: Lemmy takes nothing else. */
  static void addTags(List<Tag> tags, Fields fields) {
    ArrayNode array = fields.node().putArray("tag");
    for (Tag tag : tags) array.add(written(tag));
  }

  private static JsonNode written(Tag tag) {
    return switch (tag) {
      case MentionTag mention ->
          start("Mention").iri("href", mention.href()).text("name", mention.name()).node();
      case HashtagTag hashtag ->
          start("Hashtag").iri("href", hashtag.href()).text("name", hashtag.name()).node();
      case EmojiTag emoji -> emoji(emoji);
      case LinkTag link ->
          start("Link")
              .text("mediaType", link.mediaType())
              .iri("href", link.href())
              .text("rel", link.rel())
              .text("name", link.name())
              .node();
      case OtherTag other -> other.raw();
    };
  }

  private static ObjectNode emoji(EmojiTag emoji) {
    return new Fields(Json.object())
        .iri("id", emoji.id())
        .text("type", "Emoji")
        .text("name", emoji.name())
        .time("updated", emoji.updated())
        .json("icon", image(ImageDocument.of(emoji.icon(), emoji.mediaType())))
        .node();
  }

  private static Fields start(String type) {
    return new Fields(Json.object()).text("type", type);
  }

  static void addLink(LinkDocument link, Fields fields) {
    fields
        .text("type", link.type())
        .text("mediaType", link.mediaType())
        .iri("href", link.href())
        .text("rel", link.rel())
        .text("name", link.name())
        .text("hreflang", link.hreflang())
        .whole("width", link.width())
        .whole("height", link.height())
        .whole("size", link.size())
        .rest(link.raw(), LINK);
  }

  /** A single bare address as a string, everything else as Links. */
  static void addLinks(String name, List<LinkDocument> links, Fields fields) {
    if (links.isEmpty()) return;
    if (links.size() == 1 && links.getFirst().isBare()) {
      fields.iri(name, links.getFirst().href());
      return;
    }
    ArrayNode array = fields.node().putArray(name);
    for (LinkDocument link : links)
      if (link.isBare()) array.add(link.href().value());
      else array.add(ActivityWriter.inner(link));
  }

  static @Nullable ObjectNode image(@Nullable ImageDocument image) {
    if (image == null) return null;
    return start("Image")
        .text("mediaType", image.mediaType())
        .iri("url", image.url())
        .text("name", image.name())
        .text("blurhash", image.blurhash())
        .whole("width", image.width())
        .whole("height", image.height())
        .node();
  }
}
