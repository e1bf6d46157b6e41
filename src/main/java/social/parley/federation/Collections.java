package social.parley.federation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.CollectionDocument;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;

/** The collections of local actors and posts, put together from the features' lists. */
final class Collections {
  private static final int PAGE = 20;
  private static final int MOST_PINNED = 50;

  /** Short ones, which are one document. */
  private static final Set<CollectionSource.Kind> WHOLE =
      Set.of(CollectionSource.Kind.FEATURED, CollectionSource.Kind.FEATURED_TAGS);

  private static final String REPLIES = "/replies";

  /** Which collection, and whose. */
  record Address(CollectionSource.Kind kind, Iri of, boolean onlyTotal) {}

  private final Actors actors;
  private final Map<CollectionSource.Kind, CollectionSource> sources =
      new EnumMap<>(CollectionSource.Kind.class);

  Collections(Actors actors, List<CollectionSource> sources) {
    this.actors = actors;
    for (CollectionSource source : sources) this.sources.put(source.kind(), source);
  }

  /** The collection that has this id, if it looks like one of ours. */
  Optional<Address> address(Iri iri) {
    String value = iri.value();
    if (value.endsWith(REPLIES))
      return Optional.of(
          new Address(
              CollectionSource.Kind.REPLIES,
              new Iri(value.substring(0, value.length() - REPLIES.length())),
              false));
    return owner(value).flatMap(actor -> address(actor, iri));
  }

  /** The actor below whose id this is; that it is its collection is for the actor's row to say. */
  private Optional<Actor> owner(String value) {
    if (value.startsWith(actors.addresses().instanceActor("/").value()))
      return Optional.of(actors.instanceActor());
    String users = actors.addresses().actor("").value();
    if (!value.startsWith(users)) return Optional.empty();
    int end = value.indexOf('/', users.length());
    return end < 0 ? Optional.empty() : actors.local(value.substring(users.length(), end));
  }

  private static Optional<Address> address(Actor actor, Iri iri) {
    if (!actor.mayBeKnown()) return Optional.empty();
    if (iri.equals(actor.outbox()))
      return Optional.of(new Address(CollectionSource.Kind.OUTBOX, actor.iri(), false));
    if (iri.equals(actor.followers()))
      return Optional.of(
          new Address(CollectionSource.Kind.FOLLOWERS, actor.iri(), actor.hideCollections()));
    if (iri.equals(actor.following()))
      return Optional.of(
          new Address(CollectionSource.Kind.FOLLOWING, actor.iri(), actor.hideCollections()));
    if (iri.equals(actor.featured()))
      return Optional.of(new Address(CollectionSource.Kind.FEATURED, actor.iri(), false));
    if (iri.equals(actor.featuredTags()))
      return Optional.of(new Address(CollectionSource.Kind.FEATURED_TAGS, actor.iri(), false));
    return Optional.empty();
  }

  Optional<CollectionDocument> find(
      Address address,
      Iri iri,
      @Nullable String page,
      @Nullable String maxId,
      @Nullable ActorId reader) {
    CollectionSource source = sources.get(address.kind());
    // The server itself publishes nothing.
    boolean server = address.of().equals(actors.addresses().instanceActor(""));
    if (source == null || server) return Optional.of(CollectionDocument.ordered(iri, 0, null));
    OptionalLong total = source.total(address.of(), reader);
    if (total.isEmpty()) return Optional.empty();
    if (WHOLE.contains(address.kind())) {
      Cursor all = Cursor.first(MOST_PINNED);
      return Optional.of(
          CollectionDocument.ordered(iri, source.page(address.of(), all, reader).items()));
    }
    if (address.onlyTotal())
      return page == null
          ? Optional.of(CollectionDocument.ordered(iri, total.getAsLong(), null))
          : Optional.empty();
    if (page == null)
      return Optional.of(
          CollectionDocument.ordered(iri, total.getAsLong(), new Iri(iri + "?page=true")));
    return cursor(maxId).map(cursor -> page(source, address, iri, maxId, cursor, reader));
  }

  private static CollectionDocument page(
      CollectionSource source,
      Address address,
      Iri iri,
      @Nullable String maxId,
      Cursor cursor,
      @Nullable ActorId reader) {
    CollectionSource.Items items = source.page(address.of(), cursor, reader);
    String self = iri + "?page=true";
    Iri next =
        items.next().isPresent() ? new Iri(self + "&max_id=" + items.next().getAsLong()) : null;
    Iri id = new Iri(maxId == null ? self : self + "&max_id=" + maxId);
    return CollectionDocument.page(id, iri, next, null, items.items());
  }

  private static Optional<Cursor> cursor(@Nullable String maxId) {
    if (maxId == null) return Optional.of(Cursor.first(PAGE));
    try {
      return Optional.of(new Cursor(Long.parseLong(maxId), null, null, PAGE));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
