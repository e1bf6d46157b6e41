package social.parley.activitystreams;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Reads posts and every other object that is neither actor, collection nor link. */
final class ObjectReader {
  private static final List<String> QUOTES =
      List.of("quote", "_misskey_quote", "quoteUrl", "quoteUri");

  private ObjectReader() {}

  static ObjectDocument read(String type, JsonNode node, int depth) {
    return new ObjectBuilder(type, Values.iri(node.get("id")))
        .attributedTo(authors(node))
        .audience(ActivityReader.audience(node))
        .name(Values.language(node, "name", "nameMap"))
        .summary(Values.language(node, "summary", "summaryMap"))
        .content(Values.text(node, "content"))
        .mediaType(Values.text(node, "mediaType"))
        .contentMap(Values.map(node, "contentMap"))
        .language(language(node))
        .source(source(node))
        .url(TagReader.links(node, "url"))
        .inReplyTo(Values.iri(node, "inReplyTo"))
        .context(Values.iri(node, "context"))
        .conversation(Values.iri(node, "conversation"))
        .tags(TagReader.tags(node))
        .attachments(AttachmentReader.attachments(node))
        .image(image(node, "image"))
        .icon(image(node, "icon"))
        .published(Values.time(node, "published"))
        .updated(Values.time(node, "updated"))
        .startTime(Values.time(node, "startTime"))
        .endTime(Values.time(node, "endTime"))
        .duration(Values.duration(node, "duration"))
        .location(location(node))
        .sensitive(Values.flag(node, "sensitive"))
        .poll(poll(node))
        .quote(quote(node))
        .quoteAuthorization(Values.iri(node, "quoteAuthorization"))
        .replies(replies(node, depth))
        .likes(ActivityReader.ref(node, "likes", depth))
        .shares(ActivityReader.ref(node, "shares", depth))
        .interactionPolicy(policy(node))
        .raw(node)
        .build();
  }

  /** Who made it, and whom it is made for: some have the person in actor and the group here. */
  private static List<Iri> authors(JsonNode node) {
    Set<Iri> authors = new LinkedHashSet<>(Values.iris(node, "actor"));
    authors.addAll(Values.iris(node, "attributedTo"));
    return List.copyOf(authors);
  }

  /** A tag, or an object with the tag as identifier (Lemmy, PeerTube, PieFed). */
  private static @Nullable String language(JsonNode node) {
    JsonNode value = Values.first(node, "language");
    if (value == null) value = Values.first(node, "inLanguage");
    if (value == null) return null;
    String tag = value.isObject() ? Values.text(value, "identifier") : null;
    if (value.isString()) tag = value.stringValue();
    return tag == null || tag.isBlank() || tag.equals("und") ? null : tag;
  }

  /** Text with its type, text alone (Pleroma), or Misskey's own member. */
  private static @Nullable Source source(JsonNode node) {
    JsonNode value = Values.first(node, "source");
    if (value != null && value.isObject()) {
      String content = Values.text(value, "content");
      if (content != null) return new Source(content, Values.text(value, "mediaType"));
    }
    String mfm = Values.text(node, "_misskey_content");
    if (mfm != null) return new Source(mfm, Source.MFM);
    // Mbin puts the address of a shared link here, which is no text that anybody typed.
    if (value != null && value.isString() && Values.iri(value) == null)
      return new Source(value.stringValue(), null);
    return null;
  }

  /** An Image, several of which the first counts, a Link, or a bare address (Ghost). */
  static @Nullable ImageDocument image(JsonNode node, String name) {
    JsonNode value = Values.first(node, name);
    if (value == null) return null;
    if (!value.isObject()) {
      Iri bare = Values.iri(value);
      return bare == null ? null : ImageDocument.of(bare, null);
    }
    List<LinkDocument> links = TagReader.links(value, "url");
    Iri url = links.isEmpty() ? Values.iri(value, "href") : links.getFirst().href();
    if (url == null) return null;
    String mediaType = Values.text(value, "mediaType");
    if (mediaType == null && !links.isEmpty()) mediaType = links.getFirst().mediaType();
    return new ImageDocument(
        url,
        mediaType == null || mediaType.isEmpty() ? null : mediaType,
        Values.text(value, "name", "summary"),
        Values.text(value, "blurhash"),
        Values.small(value, "width"),
        Values.small(value, "height"));
  }

  private static @Nullable PlaceDocument location(JsonNode node) {
    JsonNode value = Values.first(node, "location");
    if (value == null || !value.isObject()) return null;
    return new PlaceDocument(
        Values.iri(value.get("id")),
        Values.text(value, "name"),
        Values.real(value.get("latitude")),
        Values.real(value.get("longitude")),
        value);
  }

  private static @Nullable PollDocument poll(JsonNode node) {
    boolean multiple = node.has("anyOf") && !Values.members(node, "anyOf").isEmpty();
    List<PollOption> options = new ArrayList<>();
    for (JsonNode member : Values.members(node, multiple ? "anyOf" : "oneOf")) {
      String name = member.isObject() ? Values.language(member, "name", "nameMap") : null;
      if (name != null) options.add(new PollOption(name, votes(member)));
    }
    if (options.isEmpty()) return null;
    JsonNode closed = Values.first(node, "closed");
    boolean isClosed = closed != null && !(closed.isBoolean() && !closed.booleanValue());
    return new PollDocument(
        multiple,
        options,
        Values.time(node, "endTime"),
        isClosed,
        Values.time(node, "closed"),
        Values.whole(node, "votersCount"));
  }

  private static @Nullable Long votes(JsonNode option) {
    JsonNode replies = Values.first(option, "replies");
    if (replies != null && replies.isObject()) return Values.whole(replies, "totalItems");
    return Values.whole(option, "_misskey_votes");
  }

  /** The forms of a quote in the order in which they are trusted; a link tag comes last. */
  private static @Nullable Iri quote(JsonNode node) {
    for (String name : QUOTES) {
      Iri quoted = Values.iri(node, name);
      if (quoted != null) return quoted;
    }
    for (Tag tag : TagReader.tags(node))
      if (tag instanceof LinkTag link && isQuote(link)) return link.href();
    return null;
  }

  private static boolean isQuote(LinkTag link) {
    String rel = link.rel();
    String name = link.name();
    return link.isObjectLink()
        && ((rel != null && rel.contains("_misskey_quote"))
            || (rel != null && rel.contains("quote"))
            || (name != null && name.startsWith("RE:")));
  }

  /** A collection, its id, or the replies themselves in an array (PieFed). */
  private static @Nullable Ref replies(JsonNode node, int depth) {
    JsonNode value = node.get("replies");
    if (value == null || !value.isArray()) return ActivityReader.ref(node, "replies", depth);
    List<Ref> items = ActivityReader.refs(node, "replies", depth);
    return Ref.of(
        new CollectionDocument(
            true,
            false,
            null,
            (long) value.size(),
            null,
            null,
            null,
            null,
            null,
            null,
            items,
            value));
  }

  private static @Nullable JsonNode policy(JsonNode node) {
    JsonNode value = node.get("interactionPolicy");
    return value != null && value.isObject() ? value : null;
  }
}
