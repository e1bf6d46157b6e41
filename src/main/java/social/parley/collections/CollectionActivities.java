package social.parley.collections;

import java.util.List;
import java.util.Map;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collections and the agreement of the people in them as they stand on the wire (FEP-7aa9). */
final class CollectionActivities {
  static final String ITEMS = "/items/";
  static final String STAMP = "/stamp";

  private CollectionActivities() {}

  /** The whole collection; people who are not among the actors given are left out. */
  static ObjectDocument document(
      FeaturedCollection collection,
      Actor owner,
      List<FeaturedPerson> people,
      Map<ActorId, Actor> actors) {
    ObjectNode more = Json.object().put("discoverable", collection.discoverable());
    ArrayNode items = Json.array();
    for (FeaturedPerson person : people) {
      Actor actor = actors.get(person.actorId());
      if (actor != null) items.add(item(collection, person, actor));
    }
    more.put("totalItems", items.size());
    more.set("orderedItems", items);
    if (collection.tag() != null)
      more.putObject("topic").put("type", "Hashtag").put("name", "#" + collection.tag());
    return ObjectDocument.of("FeaturedCollection", collection.iri())
        .attributedTo(List.of(owner.iri()))
        .name(collection.name())
        .summary(collection.description())
        .sensitive(collection.sensitive())
        .published(collection.createdAt())
        .updated(collection.updatedAt())
        .raw(more)
        .build();
  }

  private static ObjectNode item(
      FeaturedCollection collection, FeaturedPerson person, Actor actor) {
    String id = collection.iri() + ITEMS + person.id();
    return Json.object()
        .put("id", id)
        .put("type", "FeaturedItem")
        .put("featuredObject", actor.iri().value())
        .put("featureAuthorization", id + STAMP)
        .put("published", person.createdAt().toString());
  }

  /** By this one of our people agrees to stand in a collection. */
  static ObjectDocument stamp(Iri id, FeaturedCollection collection, Actor person) {
    return ObjectDocument.of(ObjectKind.FEATURE_AUTHORIZATION, id)
        .attributedTo(List.of(person.iri()))
        .raw(
            Json.object()
                .put("interactingObject", collection.iri().value())
                .put("interactionTarget", person.iri().value()))
        .build();
  }
}
