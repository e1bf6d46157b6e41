package social.parley.activitystreams;

import java.util.Set;
import social.parley.jsonld.Contexts;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns records into documents in the one form that every known server accepts: arrays where some
 * insist on them, Public as a full IRI, dates with Z, every term defined by the context.
 */
public final class ActivityWriter {
  private static final Set<String> ENVELOPE =
      Set.of(
          "actor",
          "object",
          "to",
          "cc",
          "bto",
          "bcc",
          "audience",
          "published",
          "updated",
          "summary",
          "summaryMap",
          "content",
          "contentMap",
          "_misskey_reaction",
          "target",
          "origin",
          "instrument",
          "result",
          "tag");

  private static final Set<String> COLLECTION =
      Set.of(
          "totalItems",
          "first",
          "last",
          "next",
          "prev",
          "partOf",
          "attributedTo",
          "items",
          "orderedItems");

  private ActivityWriter() {}

  /** The context that every document written here carries; shared, so never change it. */
  public static JsonNode context() {
    return Contexts.OWN;
  }

  /** A whole document; what is {@link Unknown} comes out as it came in. */
  public static ObjectNode write(Thing thing) {
    if (thing instanceof Unknown unknown) return verbatim(unknown);
    Fields fields = new Fields(Json.object().set("@context", context()));
    add(thing, fields);
    return fields.node();
  }

  /** A whole document as UTF-8 bytes. */
  public static byte[] bytes(Thing thing) {
    return Json.write(write(thing));
  }

  /** The same without a context, as it stands inside another document. */
  static ObjectNode inner(Thing thing) {
    if (thing instanceof Unknown unknown) return verbatim(unknown);
    Fields fields = new Fields(Json.object());
    add(thing, fields);
    return fields.node();
  }

  private static ObjectNode verbatim(Unknown unknown) {
    if (unknown.raw() instanceof ObjectNode node) return node;
    throw new IllegalArgumentException("not a JSON object");
  }

  private static void add(Thing thing, Fields fields) {
    switch (thing) {
      case Activity activity -> activity(activity, fields);
      case ActorDocument actor -> ActorWriter.add(actor, fields);
      case ObjectDocument object -> ObjectWriter.add(object, fields);
      case CollectionDocument collection -> collection(collection, fields);
      case LinkDocument link -> TagWriter.addLink(link, fields);
      case Tombstone tombstone -> tombstone(tombstone, fields);
      case Unknown unknown -> fields.rest(unknown.raw(), Set.of());
    }
  }

  private static void activity(Activity activity, Fields fields) {
    Envelope envelope = activity.envelope();
    fields
        .iri("id", envelope.id())
        .text("type", activity.type())
        .iri("actor", envelope.actor())
        .time("published", envelope.published())
        .time("updated", envelope.updated());
    audience(envelope.audience(), fields);
    fields.text("summary", envelope.summary()).text("content", envelope.content());
    // Misskey reads a reaction only under its own name.
    if (activity instanceof Activity.Like) fields.text("_misskey_reaction", envelope.content());
    fields
        .refs("object", activity.objects())
        .ref("target", envelope.target())
        .ref("origin", envelope.origin())
        .ref("instrument", envelope.instrument())
        .ref("result", envelope.result());
    if (!envelope.tags().isEmpty()) TagWriter.addTags(envelope.tags(), fields);
    fields.rest(envelope.raw(), ENVELOPE);
  }

  /** Hidden recipients are never written (ActivityPub, section 6). */
  static void audience(Audience audience, Fields fields) {
    if (!audience.to().isEmpty() || !audience.cc().isEmpty())
      fields.iris("to", audience.to()).iris("cc", audience.cc());
    // Friendica and Lemmy write a single audience as a string, and some read nothing else.
    if (audience.audience().size() == 1) fields.iri("audience", audience.audience().getFirst());
    else if (!audience.audience().isEmpty()) fields.iris("audience", audience.audience());
  }

  private static void collection(CollectionDocument collection, Fields fields) {
    fields
        .iri("id", collection.id())
        .text("type", collection.type())
        .whole("totalItems", collection.totalItems())
        .iri("attributedTo", collection.attributedTo())
        .ref("partOf", collection.partOf())
        .ref("first", collection.first())
        .ref("last", collection.last())
        .ref("prev", collection.prev())
        .ref("next", collection.next());
    if (collection.first() == null || !collection.items().isEmpty())
      fields.list(collection.ordered() ? "orderedItems" : "items", collection.items());
    fields.rest(collection.raw(), COLLECTION);
  }

  private static void tombstone(Tombstone tombstone, Fields fields) {
    fields
        .iri("id", tombstone.id())
        .text("type", "Tombstone")
        .text("formerType", tombstone.formerType())
        .time("deleted", tombstone.deleted())
        .rest(tombstone.raw(), Set.of("formerType", "deleted"));
  }
}
