package social.parley.corpus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Unreadable;
import social.parley.fixtures.Fixtures;
import social.parley.jsonld.Json;
import social.parley.jsonld.Malformed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded document, and what part it plays: {@code document} is as its server sent it, {@code
 * read} has its members under their usual names.
 */
record Recording(Fixtures.Entry entry, Part part, ObjectNode document, JsonNode read) {
  static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

  /**
   * Where test suites put variables or words, as those who wrote them would have filled them in.
   */
  private static final Map<String, String> BLANKS =
      Map.of(
          "SCRUBBED_DATE", "2024-01-01T00:00:00Z",
          "{{domain}}", "blank.example",
          "{{DOMAIN}}", "blank.example",
          "{{nickname}}", "nickname");

  /** An id taken out of a snapshot. */
  private static final Pattern SCRUBBED = Pattern.compile("SCRUBBED_ID");

  private static final Set<String> REFERENCES =
      Set.of("id", "object", "inReplyTo", "quote", "quoteUri", "quoteUrl", "_misskey_quote");

  /** What a document is for. */
  enum Part {
    /** A post, or a Create or Update of one. */
    POST,
    /** An Announce of whatever. */
    BOOST,
    /** Any other activity. */
    DEED,
    ACTOR,
    /** Neither sent to inboxes nor seen by people: collections, keys, answers to WebFinger. */
    ASIDE
  }

  static Recording of(Fixtures.Entry entry) {
    String text = new String(Fixtures.bytes(entry.path()), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> blank : BLANKS.entrySet())
      text = text.replace(blank.getKey(), blank.getValue());
    AtomicInteger number = new AtomicInteger();
    text =
        SCRUBBED
            .matcher(text)
            .replaceAll(_ -> "https://kbin.test/" + entry.path() + "/" + number.incrementAndGet());
    try {
      if (!(Json.parse(text) instanceof ObjectNode document)) return aside(entry);
      return of(entry, document);
    } catch (Malformed vector) {
      return aside(entry);
    }
  }

  private static Recording of(Fixtures.Entry entry, ObjectNode document) {
    Part part = part(entry);
    if (part == Part.ASIDE) return aside(entry);
    try {
      return new Recording(entry, part, document, ActivityReader.read(document).raw());
    } catch (Unreadable broken) {
      return new Recording(entry, part, document, document);
    }
  }

  /** The same with another document. */
  Recording as(ObjectNode other) {
    return of(entry, other);
  }

  private static Recording aside(Fixtures.Entry entry) {
    return new Recording(entry, Part.ASIDE, Json.object(), Json.object());
  }

  private static Part part(Fixtures.Entry entry) {
    String kind = entry.kind();
    int inner = kind.indexOf('(');
    return switch (inner < 0 ? kind : kind.substring(0, inner)) {
      case "Person", "Group", "Application", "Organization", "Service", "Feed" -> Part.ACTOR;
      case "Announce" -> Part.BOOST;
      case "Create" -> Part.POST;
      case "Update" -> kind.matches(".*(Person|Group).*") ? Part.DEED : Part.POST;
      case "Accept", "Add", "Block", "Delete", "Dislike", "EmojiReact", "Flag", "Follow" ->
          Part.DEED;
      case "Invite", "Join", "Leave", "Like", "Lock", "Move", "Reject", "Remove", "Resolve" ->
          Part.DEED;
      case "Undo" -> Part.DEED;
      case "Article", "Audio", "ChatMessage", "Event", "Note", "Page", "Question", "Quotation" ->
          Part.POST;
      case "Video", "Work" -> Part.POST;
      default -> Part.ASIDE;
    };
  }

  @Override
  public String toString() {
    return entry.path();
  }

  boolean isAttack() {
    return entry.note().startsWith("ATTACK") || entry.note().contains("cannot be trusted");
  }

  boolean isActivity() {
    return part != Part.ACTOR && document.hasNonNull("object");
  }

  /** Whether it says who made it and what it is called. */
  boolean isWhole() {
    boolean passedOn =
        part == Part.BOOST && !entry.kind().matches("Announce|.*(Create|Page|Note).*");
    return !objectId().isEmpty() && (part == Part.ACTOR || !actor().isEmpty()) && !passedOn;
  }

  boolean isUpdate() {
    return part == Part.POST && document.path("type").asString("").equals("Update");
  }

  /** Whether an actor says that it is no more. */
  boolean isFarewell() {
    return part == Part.DEED && objectId().equals(actor()) && entry.kind().startsWith("Delete");
  }

  /** The post itself, as it was recorded; in an activity, what stands in it. */
  JsonNode object() {
    return isActivity() ? first(read.path("object")) : read;
  }

  /** The id of the post. */
  String objectId() {
    JsonNode object = object();
    return object.isObject() ? object.path("id").asString("") : object.asString("");
  }

  String actor() {
    String actor = id(first(read.path("actor")));
    return actor.isEmpty() ? id(first(read.path("attributedTo"))) : actor;
  }

  static String id(JsonNode node) {
    return node.isObject() ? node.path("id").asString("") : node.asString("");
  }

  static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  /** The posts and activities that it tells or speaks of. */
  Set<String> footprint() {
    Set<String> ids = new LinkedHashSet<>();
    collect(document, ids);
    return ids;
  }

  private static void collect(JsonNode node, Set<String> ids) {
    if (node.isArray()) node.forEach(member -> collect(member, ids));
    if (!node.isObject()) return;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      JsonNode value = member.getValue();
      if (REFERENCES.contains(member.getKey()) && value.isString()) ids.add(value.asString());
      boolean other = member.getKey().equals("@context") || member.getKey().equals("tag");
      if (!other) collect(value, ids);
    }
  }

  static boolean isActor(ObjectNode document) {
    return is(document, ActorDocument.class);
  }

  static boolean isPost(ObjectNode document) {
    return is(document, ObjectDocument.class);
  }

  static boolean isActivity(ObjectNode document) {
    return is(document, Activity.class);
  }

  private static boolean is(ObjectNode document, Class<? extends Thing> kind) {
    try {
      return kind.isInstance(ActivityReader.read(document));
    } catch (Unreadable broken) {
      return false;
    }
  }
}
