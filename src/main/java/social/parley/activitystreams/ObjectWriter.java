package social.parley.activitystreams;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes posts and other objects. */
final class ObjectWriter {
  private static final Set<String> KNOWN =
      Set.of(
          "attributedTo",
          "to",
          "cc",
          "bto",
          "bcc",
          "audience",
          "name",
          "nameMap",
          "summary",
          "summaryMap",
          "content",
          "contentMap",
          "mediaType",
          "language",
          "inLanguage",
          "source",
          "_misskey_content",
          "url",
          "inReplyTo",
          "context",
          "conversation",
          "tag",
          "attachment",
          "image",
          "icon",
          "published",
          "updated",
          "startTime",
          "endTime",
          "duration",
          "location",
          "sensitive",
          "oneOf",
          "anyOf",
          "closed",
          "votersCount",
          "quote",
          "_misskey_quote",
          "quoteUrl",
          "quoteUri",
          "quoteAuthorization",
          "replies",
          "likes",
          "shares",
          "interactionPolicy");

  private ObjectWriter() {}

  static void add(ObjectDocument object, Fields fields) {
    fields.iri("id", object.id()).text("type", object.type());
    if (object.attributedTo().size() == 1) fields.iri("attributedTo", object.author());
    else if (!object.attributedTo().isEmpty()) fields.iris("attributedTo", object.attributedTo());
    ActivityWriter.audience(object.audience(), fields);
    addText(object, fields);
    TagWriter.addLinks("url", object.url(), fields);
    fields
        .iri("inReplyTo", object.inReplyTo())
        .iri("context", object.context())
        .iri("conversation", object.conversation())
        .time("published", object.published())
        .time("updated", object.updated())
        .time("startTime", object.startTime())
        .time("endTime", object.endTime())
        .text("duration", written(object.duration()))
        .json("location", place(object.location()));
    addParts(object, fields);
    if (object.poll() != null) addPoll(object.poll(), fields);
    addQuote(object, fields);
    fields
        .ref("replies", object.replies())
        .ref("likes", object.likes())
        .ref("shares", object.shares())
        .json("interactionPolicy", object.interactionPolicy())
        .rest(object.raw(), KNOWN);
  }

  private static void addText(ObjectDocument object, Fields fields) {
    fields
        .text("name", object.name())
        .text("summary", object.summary())
        .text("content", object.content())
        .text("mediaType", object.mediaType());
    if (!object.contentMap().isEmpty()) {
      ObjectNode map = fields.node().putObject("contentMap");
      for (Map.Entry<String, String> entry : object.contentMap().entrySet())
        map.put(entry.getKey(), entry.getValue());
    }
    if (object.language() != null) fields.json("language", language(object.language()));
    Source source = object.source();
    if (source != null)
      fields.json(
          "source",
          new Fields(Json.object())
              .text("content", source.content())
              .text("mediaType", source.mediaType())
              .node());
  }

  /** The form that Lemmy, PeerTube and PieFed read; the others go by contentMap. */
  private static ObjectNode language(String tag) {
    return new Fields(Json.object())
        .text("identifier", tag)
        .text("name", Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH))
        .node();
  }

  /** Posts always carry both arrays and the flag, empty or not, since some readers expect them. */
  private static void addParts(ObjectDocument object, Fields fields) {
    boolean post = !object.attributedTo().isEmpty() && !object.kind().isAuthorization();
    if (post || object.sensitive()) fields.choice("sensitive", object.sensitive());
    if (post || !object.tags().isEmpty()) TagWriter.addTags(object.tags(), fields);
    if (post || !object.attachments().isEmpty()) {
      ArrayNode array = fields.node().putArray("attachment");
      for (Attachment attachment : object.attachments()) array.add(written(attachment));
    }
    fields
        .json("image", TagWriter.image(object.image()))
        .json("icon", TagWriter.image(object.icon()));
  }

  private static ObjectNode written(Attachment attachment) {
    Fields fields =
        new Fields(Json.object())
            .text("type", attachment.type())
            .text("mediaType", attachment.mediaType())
            .iri(attachment.type().equals("Link") ? "href" : "url", attachment.url())
            .text("name", attachment.name())
            .text("blurhash", attachment.blurhash())
            .whole("width", attachment.width())
            .whole("height", attachment.height())
            .text("duration", written(attachment.duration()))
            .whole("size", attachment.size())
            .json("icon", TagWriter.image(attachment.icon()));
    FocalPoint focus = attachment.focalPoint();
    if (focus != null) fields.node().putArray("focalPoint").add(focus.x()).add(focus.y());
    return fields.node();
  }

  private static @Nullable String written(@Nullable Duration duration) {
    return duration == null ? null : duration.toString();
  }

  private static @Nullable ObjectNode place(@Nullable PlaceDocument place) {
    if (place == null) return null;
    Fields fields =
        new Fields(Json.object())
            .iri("id", place.id())
            .text("type", "Place")
            .text("name", place.name());
    if (place.latitude() != null) fields.node().put("latitude", place.latitude());
    if (place.longitude() != null) fields.node().put("longitude", place.longitude());
    return fields.rest(place.raw(), Set.of("name", "latitude", "longitude")).node();
  }

  private static void addPoll(PollDocument poll, Fields fields) {
    ArrayNode options = fields.node().putArray(poll.multiple() ? "anyOf" : "oneOf");
    for (PollOption option : poll.options()) {
      ObjectNode node = options.addObject();
      node.put("type", "Note").put("name", option.name());
      Fields replies = new Fields(node.putObject("replies").put("type", "Collection"));
      replies.whole("totalItems", option.votes());
    }
    if (poll.closedAt() != null) fields.time("closed", poll.closedAt());
    else if (poll.closed()) fields.choice("closed", true);
    fields.whole("votersCount", poll.votersCount());
  }

  /** All four names, because every family of servers reads another one. */
  private static void addQuote(ObjectDocument object, Fields fields) {
    fields
        .iri("quote", object.quote())
        .iri("quoteUri", object.quote())
        .iri("quoteUrl", object.quote())
        .iri("_misskey_quote", object.quote())
        .iri("quoteAuthorization", object.quoteAuthorization());
  }
}
