package social.parley.collections;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.ActorDeleted;
import social.parley.actors.Actors;
import social.parley.collections.FeaturedPerson.State;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.ObjectSource;
import social.parley.follows.Blocked;
import social.parley.follows.Blocks;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.text.Hashtag;

/**
 * The front door to collections: their owners put people in who let themselves be recommended, and
 * who may leave again. Everybody may read one whose owner does not block them.
 */
public final class FeaturedCollections {
  /** How many one person may have. */
  public static final int MOST = 10;

  /** How many people may stand in one. */
  public static final int MOST_PEOPLE = 25;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Blocks blocks;
  private final CollectionStore store = new CollectionStore();
  private final PeopleStore people = new PeopleStore();
  private final SeenCollections seen = new SeenCollections();

  public FeaturedCollections(
      Database database, Ids ids, Clock clock, Actors actors, Blocks blocks) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.blocks = blocks;
  }

  /** Makes a collection with these people in it; all of them or none. */
  public FeaturedCollection create(ActorId me, CollectionChange given, List<ActorId> members) {
    return database.write(tx -> {
      Actor owner = actors.byId(tx, me).orElseThrow(Refused.NotFound::new);
      CollectionId id = new CollectionId(ids.next());
      Instant now = clock.instant();
      Iri iri = actors.addresses().ofActor(owner.username(), "featured/" + id);
      FeaturedCollection made =
          given.applyTo(
              new FeaturedCollection(id, me, iri, "", "", null, null, false, false, now, now), now);
      if (store.count(tx, me) >= MOST)
        throw new Refused.Invalid("base", "You have reached the maximum number of collections");
      store.insert(tx, made);
      for (ActorId member : members) add(tx, made, member);
      return made;
    });
  }

  public FeaturedCollection change(ActorId me, CollectionId id, CollectionChange change) {
    return database.write(tx -> {
      FeaturedCollection before = own(tx, me, id);
      if (change.applyTo(before, before.updatedAt()).equals(before)) return before;
      FeaturedCollection after = change.applyTo(before, clock.instant());
      store.update(tx, after);
      List<ActorId> in = people.of(tx, id).stream().map(FeaturedPerson::actorId).toList();
      tx.announce(new CollectionEdited(before, after, in));
      return after;
    });
  }

  public void delete(ActorId me, CollectionId id) {
    database.run(tx -> delete(tx, own(tx, me, id)));
  }

  private void delete(Tx tx, FeaturedCollection collection) {
    store.delete(tx, collection.id());
    tx.announce(new CollectionDeleted(collection));
  }

  /** What others may read, only its owner may change. */
  private FeaturedCollection own(Reading db, ActorId me, CollectionId id) {
    FeaturedCollection collection = readable(db, me, id);
    if (!collection.ownerId().equals(me)) throw new Refused.Forbidden("This action is not allowed");
    return collection;
  }

  private FeaturedCollection readable(Reading db, ActorId me, CollectionId id) {
    return seen.one(db, me, id).orElseThrow(Refused.NotFound::new).collection();
  }

  public FeaturedPerson add(ActorId me, CollectionId id, ActorId member) {
    return database.write(tx -> add(tx, own(tx, me, id), member));
  }

  private FeaturedPerson add(Tx tx, FeaturedCollection collection, ActorId member) {
    Actor actor =
        actors.byId(tx, member).filter(Actor::isPresent).orElseThrow(Refused.NotFound::new);
    requireConsent(tx, collection, actor);
    if (people.of(tx, collection.id()).size() >= MOST_PEOPLE)
      throw new Refused.Invalid("", "There is no room for more people in this collection");
    FeaturedPerson person =
        new FeaturedPerson(ids.next(), collection.id(), member, State.ACCEPTED, clock.instant());
    if (!people.insert(tx, person))
      throw new Refused.Invalid("account", "ERR_TAKEN", "has already been taken");
    tx.announce(new PersonFeatured(collection, person));
    return person;
  }

  private void requireConsent(Reading db, FeaturedCollection collection, Actor actor) {
    boolean agrees = FeaturePolicy.of(actor) == FeaturePolicy.PUBLIC;
    if (!agrees || blocks.between(db, collection.ownerId(), actor.id()))
      throw new Refused.Forbidden("This account cannot be added to collections");
  }

  /** Takes somebody out; they may be put in again. */
  public void remove(ActorId me, CollectionId id, long item) {
    database.run(tx -> {
      FeaturedCollection collection = own(tx, me, id);
      FeaturedPerson person = people.find(tx, id, item).orElseThrow(Refused.NotFound::new);
      people.delete(tx, item);
      tx.announce(new PersonUnfeatured(collection, person));
    });
  }

  /** Takes oneself out for good. */
  public void revoke(ActorId me, CollectionId id, long item) {
    database.run(tx -> {
      FeaturedCollection collection = readable(tx, me, id);
      FeaturedPerson person = people.find(tx, id, item).orElseThrow(Refused.NotFound::new);
      if (!person.actorId().equals(me)) throw new Refused.Forbidden("This action is not allowed");
      people.state(tx, item, State.REVOKED);
      tx.announce(new PersonUnfeatured(collection, person));
    });
  }

  public SeenCollection seen(@Nullable ActorId viewer, CollectionId id) {
    return database.read(db -> seen.one(db, viewer, id)).orElseThrow(Refused.NotFound::new);
  }

  /** Those of some that a viewer may read. */
  public List<SeenCollection> seen(@Nullable ActorId viewer, Collection<CollectionId> ids) {
    return database.read(db -> seen.all(db, viewer, ids));
  }

  /** Those of some that are there, whoever may see them: what is reported is shown to the staff. */
  public List<SeenCollection> reported(ActorId viewer, Collection<CollectionId> ids) {
    return ids.isEmpty() ? List.of() : database.read(db -> seen.reported(db, viewer, ids));
  }

  /** Those of some that are there, as their owners describe them. */
  public List<FeaturedCollection> byIds(Collection<CollectionId> ids) {
    return ids.isEmpty() ? List.of() : database.read(db -> store.byIds(db, ids));
  }

  /** The one with this address. */
  public Optional<SeenCollection> named(@Nullable ActorId viewer, Iri iri) {
    return database.read(db -> seen.named(db, viewer, iri));
  }

  /** Somebody's collections, the latest first; only they see those that may not be found. */
  public List<SeenCollection> of(@Nullable ActorId viewer, ActorId owner, int offset, int limit) {
    return database.read(db -> seen.of(db, viewer, owner, offset, limit));
  }

  /** The collections that somebody stands in, the latest first; for nobody but them. */
  public List<SeenCollection> holding(ActorId me, int offset, int limit) {
    return database.read(db -> seen.holding(db, me, offset, limit));
  }

  /** Those of some collections that somebody stands in. */
  public List<SeenCollection> holding(ActorId me, Collection<CollectionId> among) {
    return database.read(db -> seen.holding(db, me, among));
  }

  /** Those that may be found whose name begins like a text, or with that text for a hashtag. */
  public List<SeenCollection> find(@Nullable ActorId viewer, String text, int offset, int limit) {
    String tag = Hashtag.normalise(text);
    return database.read(db -> seen.find(db, viewer, text, tag, offset, limit));
  }

  /** Collections and the stamps of those in them, for servers that ask. */
  public ObjectSource documents() {
    return new CollectionDocuments(database, actors, seen);
  }

  /** Whoever blocks somebody neither recommends them nor is recommended by them. */
  public void blocked(Tx tx, Blocked blocked) {
    part(tx, blocked.actor(), blocked.target(), true);
    part(tx, blocked.target(), blocked.actor(), false);
  }

  private void part(Tx tx, ActorId owner, ActorId member, boolean again) {
    for (FeaturedPerson person : people.between(tx, owner, member)) {
      if (again) people.delete(tx, person.id());
      else people.state(tx, person.id(), State.REVOKED);
      store.of(tx, owner).stream()
          .filter(one -> one.id().equals(person.collectionId()))
          .forEach(one -> tx.announce(new PersonUnfeatured(one, person)));
    }
  }

  public void actorDeleted(Tx tx, ActorDeleted deleted) {
    ActorId gone = deleted.actor().id();
    people.forget(tx, gone);
    for (FeaturedCollection collection : store.of(tx, gone)) delete(tx, collection);
  }
}
