package social.parley.activitystreams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Reads attachments; what has no address, such as PropertyValue rows, stays in the raw object. */
final class AttachmentReader {
  private AttachmentReader() {}

  static List<Attachment> attachments(JsonNode node) {
    List<JsonNode> members = Values.members(node, "attachment");
    if (members.isEmpty()) return List.of();
    List<Attachment> attachments = new ArrayList<>(members.size());
    for (JsonNode member : members) {
      Attachment attachment = member.isObject() ? attachment(member) : bare(member);
      if (attachment != null) attachments.add(attachment);
    }
    return attachments;
  }

  private static @Nullable Attachment bare(JsonNode member) {
    Iri url = Values.iri(member);
    return url == null ? null : Attachment.of("Link", url, null, null);
  }

  private static @Nullable Attachment attachment(JsonNode node) {
    List<LinkDocument> links = TagReader.links(node, "url");
    LinkDocument link = links.isEmpty() ? TagReader.link(node) : links.getFirst();
    if (link == null) return null;
    String type = Values.type(node);
    return new Attachment(
        type.isEmpty() ? "Document" : type,
        link.href(),
        mediaType(node, link),
        description(node),
        Values.text(node, "blurhash"),
        dimension(node, "width", link.width()),
        dimension(node, "height", link.height()),
        Values.focalPoint(node),
        Values.duration(node, "duration"),
        size(node, link),
        ObjectReader.image(node, "icon"));
  }

  /** Alternative text stands in the name with most, in the summary with some. */
  private static @Nullable String description(JsonNode node) {
    String name = Values.language(node, "name", "nameMap");
    return name == null ? Values.text(node, "summary") : name;
  }

  private static @Nullable String mediaType(JsonNode node, LinkDocument link) {
    String own = Values.text(node, "mediaType");
    return own == null || own.isEmpty() ? link.mediaType() : own;
  }

  private static @Nullable Integer dimension(JsonNode node, String name, @Nullable Integer ofLink) {
    Integer own = Values.small(node, name);
    return own == null ? ofLink : own;
  }

  private static @Nullable Long size(JsonNode node, LinkDocument link) {
    Long own = Values.whole(node, "size");
    return own == null ? link.size() : own;
  }
}
