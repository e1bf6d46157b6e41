package social.parley.activitystreams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.jsonld.JsonLd;
import social.parley.jsonld.Malformed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns documents from outside into records, liberally: a member of the wrong shape counts as
 * absent, and only an unusable id, type or actor loses the document. Never makes a request.
 */
public final class ActivityReader {
  /** Things nested deeper than this are read as {@link Unknown}. */
  private static final int MAX_NESTING = 8;

  private ActivityReader() {}

  /** Whatever the document is. */
  public static Thing read(JsonNode document) throws Unreadable {
    if (!document.isObject()) throw new Unreadable("not a JSON object");
    JsonNode node = JsonLd.normalise(document);
    JsonNode id = node.get("id");
    if (id != null && !id.isNull() && Values.iri(node, "id") == null && !isBlank(id))
      throw new Unreadable("id is not an absolute IRI");
    JsonNode type = node.get("type");
    if (type != null && Values.type(node).isEmpty()) throw new Unreadable("type is not a string");
    return thing(node, 0);
  }

  /** Whatever is in these bytes. */
  public static Thing read(byte[] document) throws Unreadable {
    return read(parsed(document));
  }

  /** An activity, as an inbox takes it. */
  public static Activity readActivity(byte[] document) throws Unreadable {
    return readActivity(parsed(document));
  }

  public static Activity readActivity(JsonNode document) throws Unreadable {
    if (read(document) instanceof Activity activity) return activity;
    throw new Unreadable("not an activity: " + shortened(Values.type(document)));
  }

  /** An actor, as a fetch of its id gives it. */
  public static ActorDocument readActor(JsonNode document) throws Unreadable {
    if (read(document) instanceof ActorDocument actor) return actor;
    throw new Unreadable("not a complete actor: " + shortened(Values.type(document)));
  }

  /**
   * The keys in an actor, in the stub of one (GoToSocial gives such to unsigned requests), or in a
   * key document of its own.
   */
  public static List<PublicKeyDocument> readKeys(JsonNode document) {
    return ActorReader.keys(JsonLd.normalise(document));
  }

  /** Throws with the reason when a document breaks a rule of ActivityStreams 2.0. */
  public static void judge(JsonNode document) throws Unreadable {
    StrictJudge.judge(document);
  }

  private static JsonNode parsed(byte[] document) {
    try {
      return Json.parse(document);
    } catch (Malformed broken) {
      throw new Unreadable("not JSON: " + broken.getMessage());
    }
  }

  /** An empty id means none (WriteFreely and others write one). */
  private static boolean isBlank(JsonNode id) {
    return id.isString() && id.stringValue().isBlank();
  }

  private static String shortened(String type) {
    return type.length() > 40 ? type.substring(0, 40) : type;
  }

  static Thing thing(JsonNode node, int depth) {
    String type = Values.type(node);
    if (type.isEmpty() || depth > MAX_NESTING) return unknown(type, node);
    if (ActivityTypes.isKnown(type)) return activity(type, node, depth);
    if (ActorType.of(type) != null) return ActorReader.read(type, node, depth);
    return switch (type) {
      case "Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage" ->
          collection(type, node, depth);
      case "Link", "Mention", "Hashtag" -> link(type, node);
      case "Tombstone" -> tombstone(node);
      default ->
          looksLikeActivity(node)
              ? activity(type, node, depth)
              : ObjectReader.read(type, node, depth);
    };
  }

  private static Unknown unknown(String type, JsonNode node) {
    return new Unknown(type, Values.iri(node.get("id")), node);
  }

  private static boolean looksLikeActivity(JsonNode node) {
    return node.has("actor") && (node.has("object") || node.has("target"));
  }

  private static Thing activity(String type, JsonNode node, int depth) {
    JsonNode actor = Values.first(node, "actor");
    if (actor == null) actor = Values.first(node, "attributedTo");
    Iri actorId = Values.iri(actor);
    if (actor == null || actorId == null) {
      if (depth == 0) throw new Unreadable(actor == null ? "no actor" : "actor has no id");
      return unknown(type, node);
    }
    Thing embedded = actor.isObject() ? thing(actor, depth + 1) : null;
    Envelope envelope =
        new Envelope(
            Values.iri(node.get("id")),
            actorId,
            embedded instanceof ActorDocument document ? document : null,
            audience(node),
            Values.time(node, "published"),
            Values.time(node, "updated"),
            Values.language(node, "summary", "summaryMap"),
            content(node),
            ref(node, "target", depth),
            ref(node, "origin", depth),
            ref(node, "instrument", depth),
            ref(node, "result", depth),
            TagReader.tags(node),
            node);
    return ActivityTypes.of(type, envelope, refs(node, "object", depth));
  }

  /** Misskey's reactions repeat the content under a name of their own. */
  private static @Nullable String content(JsonNode node) {
    String content = Values.language(node, "content", "contentMap");
    return content != null ? content : Values.text(node, "_misskey_reaction");
  }

  static Audience audience(JsonNode node) {
    return new Audience(
        Values.iris(node, "to"),
        Values.iris(node, "cc"),
        Values.iris(node, "bto"),
        Values.iris(node, "bcc"),
        Values.iris(node, "audience"));
  }

  static @Nullable Ref ref(JsonNode node, String name, int depth) {
    JsonNode value = Values.first(node, name);
    return value == null ? null : ref(value, depth);
  }

  static List<Ref> refs(JsonNode node, String name, int depth) {
    List<JsonNode> members = Values.members(node, name);
    List<Ref> refs = new ArrayList<>(members.size());
    for (JsonNode member : members) {
      if (member.isObject() && member.path("id").isArray()) addEach(member, depth, refs);
      else {
        Ref ref = ref(member, depth);
        if (ref != null) refs.add(ref);
      }
    }
    return refs;
  }

  /** One object with many ids stands for as many objects (Funkwhale deletes so). */
  private static void addEach(JsonNode several, int depth, List<Ref> refs) {
    for (JsonNode id : Values.members(several, "id")) {
      if (refs.size() >= Values.MAX_MEMBERS) return;
      ObjectNode one = ((ObjectNode) several.deepCopy()).set("id", id);
      refs.add(new Ref.Embedded(thing(one, depth + 1)));
    }
  }

  /** An object that holds nothing but its id is a reference like the id alone. */
  private static @Nullable Ref ref(JsonNode value, int depth) {
    if (value.isObject() && !(value.size() == 1 && value.has("id")))
      return new Ref.Embedded(thing(value, depth + 1));
    Iri iri = Values.iri(value);
    return iri == null ? null : new Ref.Id(iri);
  }

  private static CollectionDocument collection(String type, JsonNode node, int depth) {
    boolean ordered = type.startsWith("Ordered");
    String expected = ordered ? "orderedItems" : "items";
    String other = ordered ? "items" : "orderedItems";
    return new CollectionDocument(
        ordered,
        type.endsWith("Page"),
        Values.iri(node.get("id")),
        Values.whole(node, "totalItems"),
        ref(node, "first", depth),
        ref(node, "last", depth),
        ref(node, "next", depth),
        ref(node, "prev", depth),
        ref(node, "partOf", depth),
        Values.iri(node, "attributedTo"),
        refs(node, node.has(expected) ? expected : other, depth),
        node);
  }

  private static Thing link(String type, JsonNode node) {
    LinkDocument link = TagReader.link(node);
    return link == null ? unknown(type, node) : link;
  }

  private static Tombstone tombstone(JsonNode node) {
    return new Tombstone(
        Values.iri(node.get("id")),
        Values.text(node, "formerType"),
        Values.time(node, "deleted"),
        node);
  }
}
