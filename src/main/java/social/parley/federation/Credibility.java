package social.parley.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.CollectionDocument;
import social.parley.activitystreams.LinkDocument;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Tombstone;
import social.parley.activitystreams.Unknown;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may be believed of what is written out inside an activity whose actor is known. An actor
 * speaks for itself and for what it made on its own server; everything else is cut down to its id,
 * so that whoever needs it asks its own server.
 */
final class Credibility {
  private Credibility() {}

  /** Why an activity contradicts itself, or null. */
  static @Nullable String contradiction(Activity activity) {
    Iri id = activity.id();
    if (id != null && !id.authority().equals(activity.actor().authority()))
      return "the activity's id is on another server than its actor";
    return switch (activity) {
      case Activity.Create create -> wrongAuthor(create);
      case Activity.Update update -> wrongAuthor(update);
      case Activity.Delete delete -> wrongDelete(delete);
      default -> null;
    };
  }

  private static @Nullable String wrongAuthor(Activity activity) {
    for (Ref ref : activity.objects()) {
      if (!(ref.thing() instanceof ObjectDocument object) || isForeign(object, activity.actor()))
        continue;
      List<Iri> authors = object.attributedTo();
      if (!authors.isEmpty() && !authors.contains(activity.actor()))
        return "the object is attributed to somebody else";
    }
    return null;
  }

  /** In a community somebody may delete what others wrote; that is for it to say. */
  private static @Nullable String wrongDelete(Activity activity) {
    if (!activity.audience().audience().isEmpty()) return null;
    for (Ref ref : activity.objects())
      if (ref.iri() != null && !sameServer(ref.iri(), activity.actor()))
        return "the object is on another server than the actor";
    return null;
  }

  /** The same activity without what its actor may not speak for. */
  static Activity cut(Activity activity) {
    boolean needed = false;
    for (Ref ref : activity.objects())
      needed |= ref.thing() != null && !credible(activity, ref.thing());
    if (!needed) return activity;
    ObjectNode document = (ObjectNode) activity.raw().deepCopy();
    JsonNode object = document.path("object");
    if (object instanceof ArrayNode several)
      for (int i = 0; i < several.size(); i++) several.set(i, cut(activity, several.get(i)));
    else document.set("object", cut(activity, object));
    return ActivityReader.readActivity(document);
  }

  private static JsonNode cut(Activity activity, JsonNode node) {
    if (!node.isObject()) return node;
    JsonNode id = node.path("id");
    for (Ref ref : activity.objects()) {
      Thing thing = ref.thing();
      Iri iri = ref.iri();
      if (thing != null
          && iri != null
          && id.asString("").equals(iri.value())
          && credible(activity, thing)) return node;
    }
    return id;
  }

  private static boolean credible(Activity outer, Thing thing) {
    return switch (outer) {
      // Who answers quotes what was asked; the asker knows what it asked for.
      case Activity.Accept accept -> true;
      case Activity.Reject reject -> true;
      case Activity.TentativeAccept accept -> true;
      case Activity.TentativeReject reject -> true;
      case Activity.Undo undo ->
          !(thing instanceof Activity inner) || inner.actor().equals(outer.actor());
      default -> speaksFor(outer.actor(), thing);
    };
  }

  /** Whether an actor's server may speak for a thing and everything written out in it. */
  private static boolean speaksFor(Iri actor, Thing thing) {
    if (isForeign(thing, actor)) return false;
    return switch (thing) {
      case Activity inner ->
          sameServer(inner.actor(), actor)
              && contradiction(inner) == null
              && inner.objects().stream()
                  .allMatch(ref -> ref.thing() == null || speaksFor(actor, ref.thing()));
      case ObjectDocument object ->
          object.attributedTo().stream().allMatch(author -> sameServer(author, actor));
      case ActorDocument other -> other.id().equals(actor);
      case Tombstone tombstone -> true;
      case CollectionDocument collection -> true;
      case LinkDocument link -> true;
      case Unknown unknown -> true;
    };
  }

  private static boolean isForeign(Thing thing, Iri actor) {
    Iri id = thing.id();
    return id != null && !sameServer(id, actor);
  }

  static boolean sameServer(Iri one, Iri other) {
    return one.authority().equals(other.authority());
  }
}
