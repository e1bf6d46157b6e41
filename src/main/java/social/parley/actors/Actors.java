package social.parley.actors;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActorDocument;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.signatures.Algorithm;
import social.parley.signatures.KeySource;
import social.parley.signatures.SigningKey;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Everybody who acts, local and remote; the only writer of their tables. Lookups without a {@link
 * Reading} come from a cache; those with one see what their transaction sees.
 */
public final class Actors {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Addresses addresses;
  private final ActorStore store = new ActorStore();
  private final ActorCache cache = new ActorCache();
  private final KeySource newKeys;
  private final ActorKeys keys;
  private final Attributions attributions = new Attributions();

  public Actors(Database database, Ids ids, Clock clock, Addresses addresses, KeySource newKeys) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.addresses = addresses;
    this.newKeys = newKeys;
    this.keys = new ActorKeys(database);
  }

  ActorKeys keys() {
    return keys;
  }

  public Addresses addresses() {
    return addresses;
  }

  public Optional<Actor> byId(ActorId id) {
    return Optional.ofNullable(byIds(List.of(id)).get(id));
  }

  public Optional<Actor> byId(Reading db, ActorId id) {
    return store.byIds(db, List.of(id)).stream().findFirst();
  }

  /** Those that exist, by id. */
  public Map<ActorId, Actor> byIds(Collection<ActorId> wanted) {
    Map<ActorId, Actor> found = new HashMap<>();
    List<ActorId> missing = new ArrayList<>();
    for (ActorId id : wanted) {
      Actor cached = cache.get(id);
      if (cached == null) missing.add(id);
      else found.put(id, cached);
    }
    if (missing.isEmpty()) return found;
    var before = cache.generation();
    List<Actor> loaded = database.read(db -> store.byIds(db, missing));
    cache.put(loaded, before);
    for (Actor actor : loaded) found.put(actor.id(), actor);
    return found;
  }

  public Map<ActorId, Actor> byIds(Reading db, Collection<ActorId> wanted) {
    Map<ActorId, Actor> found = new HashMap<>();
    for (Actor actor : store.byIds(db, Set.copyOf(wanted))) found.put(actor.id(), actor);
    return found;
  }

  /** As {@link #byId(ActorId)}, but the counters may be old: for those who only ask who it is. */
  public Optional<Actor> identity(ActorId id) {
    Actor cached = cache.identity(id);
    return cached == null ? byId(id) : Optional.of(cached);
  }

  /** As {@link #byIri(Iri)}, but the counters may be old: for those who only ask who it is. */
  public Optional<Actor> identity(Iri iri) {
    ActorId known = cache.id(iri);
    return known == null ? byIri(iri) : identity(known);
  }

  public Optional<Actor> byIri(Iri iri) {
    return Optional.ofNullable(byIris(List.of(iri)).get(iri));
  }

  public Optional<Actor> byIri(Reading db, Iri iri) {
    return store.byIris(db, List.of(iri)).stream().findFirst();
  }

  /** Those that are known, by their IRI. */
  public Map<Iri, Actor> byIris(Collection<Iri> wanted) {
    Map<Iri, Actor> found = new HashMap<>();
    List<Iri> missing = new ArrayList<>();
    for (Iri iri : Set.copyOf(wanted)) {
      ActorId id = cache.id(iri);
      Actor cached = id == null ? null : cache.get(id);
      if (cached == null) missing.add(iri);
      else found.put(iri, cached);
    }
    if (missing.isEmpty()) return found;
    var before = cache.generation();
    List<Actor> loaded = database.read(db -> store.byIris(db, missing));
    cache.put(loaded, before);
    for (Actor actor : loaded) found.put(actor.iri(), actor);
    return found;
  }

  public Map<Iri, Actor> byIris(Reading db, Collection<Iri> wanted) {
    Map<Iri, Actor> found = new HashMap<>();
    for (Actor actor : store.byIris(db, Set.copyOf(wanted))) found.put(actor.iri(), actor);
    return found;
  }

  /** A known actor; see {@link RemoteActors} to look for one elsewhere. */
  public Optional<Actor> byHandle(Handle handle) {
    ActorId known = cache.id(handle);
    if (known != null) return byId(known);
    var before = cache.generation();
    Optional<Actor> found = database.read(db -> store.byHandle(db, handle));
    found.ifPresent(actor -> {
      cache.put(List.of(actor), before);
      cache.put(handle, actor, before);
    });
    return found;
  }

  public Optional<Actor> byHandle(Reading db, Handle handle) {
    return store.byHandle(db, handle);
  }

  /** The known actor with this profile page. */
  public Optional<Actor> byUrl(String url) {
    return database.read(db -> store.byUrl(db, url));
  }

  /** A local actor by name, in any case of letters; deleted ones are found, too. */
  public Optional<Actor> local(String username) {
    return Handle.parse(username + "@" + addresses.domain())
        .flatMap(this::byHandle)
        .filter(Actor::local);
  }

  public Optional<Actor> local(Reading db, String username) {
    return Handle.parse(username + "@" + addresses.domain())
        .flatMap(handle -> store.byHandle(db, handle))
        .filter(Actor::local);
  }

  /**
   * The actor that speaks for the server itself and signs its requests; it is made at the first
   * call, which therefore may not stand inside a read or a write.
   */
  public Actor instanceActor() {
    Iri iri = addresses.instanceActor("");
    return identity(iri).orElseGet(() -> makeInstanceActor(iri));
  }

  /** A new one with its keys, which take a while: not inside a read or a write. */
  public NewActor prepare(String username, ActorKind kind, String displayName) {
    return NewActor.prepare(newKeys, username, kind, displayName);
  }

  private Actor makeInstanceActor(Iri iri) {
    String name = addresses.domain().replaceFirst(":.*", "");
    NewActor made = prepare(name, ActorKind.APPLICATION, "");
    try {
      return database.write(
          tx -> byIri(tx, iri).orElseGet(() -> insert(tx, LocalActors.instance(this, made), made)));
    } catch (Refused.Invalid madeMeanwhile) {
      return database.read(db -> byIri(db, iri)).orElseThrow(() -> madeMeanwhile);
    }
  }

  /** How many local people there are. */
  public long countLocal() {
    return database.read(store::countLocal);
  }

  /** How many posts local people have. */
  public long countLocalPosts() {
    return database.read(store::sumLocalPosts);
  }

  /** Makes a local actor; refused when the name is taken. */
  public Actor create(Tx tx, NewActor made) {
    return insert(tx, LocalActors.person(this, made), made);
  }

  private Actor insert(Tx tx, Actor actor, NewActor made) {
    if (!store.insert(tx, actor))
      throw new Refused.Invalid("username", "ERR_TAKEN", "Username has already been taken");
    String iri = actor.iri().value();
    keys.addPair(tx, actor.id(), new Iri(iri + "#main-key"), Algorithm.RSA, made.rsa());
    keys.addPair(tx, actor.id(), new Iri(iri + "#ed25519-key"), Algorithm.ED25519, made.ed25519());
    changed(tx, actor);
    return actor;
  }

  ActorId nextId() {
    return new ActorId(ids.next());
  }

  Instant now() {
    return clock.instant();
  }

  /** Changes a local profile. */
  public Actor edit(Tx tx, ActorId id, ProfileEdit edit) {
    return change(tx, id, edit::applyTo);
  }

  /** Sets how this community treats an actor. */
  public Actor judge(Tx tx, ActorId id, Standing standing) {
    return change(
        tx,
        id,
        actor -> {
          ActorDraft draft = ActorDraft.of(actor);
          draft.standing = standing;
          return draft.build();
        });
  }

  /** Marks a remote actor as looked at, though nothing new could be had. */
  void touched(Tx tx, Actor actor) {
    ActorDraft draft = ActorDraft.of(actor);
    draft.fetchedAt = now();
    store.update(tx, draft.build());
    forget(tx, actor);
  }

  private Actor change(Tx tx, ActorId id, UnaryOperator<Actor> change) {
    Actor before = byId(tx, id).orElseThrow(Refused.NotFound::new);
    Actor after = change.apply(before);
    store.update(tx, after);
    changed(tx, after);
    return after;
  }

  /** Stores what another server says about its actor, known or new. */
  public Actor receive(Tx tx, RemoteProfile profile) {
    Optional<Actor> before = byIri(tx, profile.iri());
    if (before.isPresent() && before.get().local())
      throw new IllegalArgumentException("a local actor is not received");
    Actor after = profile.merge(before.orElse(null), nextId(), now());
    if (before.isEmpty()) {
      if (!store.insert(tx, after))
        // Somebody else stored it between our look and now (PostgreSQL).
        return byIri(tx, profile.iri()).orElseThrow();
    } else store.update(tx, after);
    keys.replace(tx, after, profile.keys());
    attributions.replace(tx, after.id(), profile.attributionDomains());
    changed(tx, after);
    return after;
  }

  /** Who lets which sites name them. */
  public Attributions attributions() {
    return attributions;
  }

  /** Says which sites may name a local actor as an author. */
  public void attribute(Tx tx, ActorId id, List<String> sites) {
    attributions.replace(tx, id, Attributions.typed(sites));
  }

  /** Remembers that a known actor has moved. */
  public Actor moved(Tx tx, ActorId id, ActorId target) {
    return change(tx, id, new ProfileEdit().movedTo(target)::applyTo);
  }

  /** Counters go up or down by these numbers. */
  public void adjustCounts(
      Tx tx, ActorId id, int followers, int following, int posts, @Nullable Instant lastPost) {
    store.adjustCounts(tx, id, followers, following, posts, lastPost);
    cache.counted(id);
    tx.afterCommit(() -> cache.counted(id));
  }

  /** Deletes an actor for good. Its row stays, emptied, so that nobody can take its address. */
  public void delete(Tx tx, ActorId id) {
    Actor before = byId(tx, id).orElseThrow(Refused.NotFound::new);
    if (before.isDeleted()) return;
    store.update(tx, LocalActors.emptied(before, now()));
    forget(tx, before);
    tx.announce(new ActorDeleted(before));
  }

  private void changed(Tx tx, Actor actor) {
    forget(tx, actor);
    tx.announce(new ActorChanged(actor.id(), actor.local()));
  }

  private void forget(Tx tx, Actor actor) {
    // At once for whoever reads after this write has returned, and again for whoever read during
    // it.
    cache.changed(actor);
    tx.afterCommit(() -> cache.changed(actor));
  }

  /** The RSA key that a local actor signs requests with. */
  public SigningKey signingKey(ActorId local) {
    return keys.signing(local, Algorithm.RSA);
  }

  /** The Ed25519 key that a local actor signs documents with (FEP-8b32). */
  public SigningKey proofKey(ActorId local) {
    return keys.signing(local, Algorithm.ED25519);
  }

  /** The document of a local actor, as peers fetch it. */
  public ActorDocument document(Actor local) {
    Iri movedTo =
        local.movedTo() == null ? null : byId(local.movedTo()).map(Actor::iri).orElse(null);
    List<String> sites = database.read(db -> attributions.of(db, local.id()));
    return ActorActivities.document(local, movedTo, keys.verifying(local.id()), sites);
  }

  /** The same inside a read or a write. */
  public ActorDocument document(Reading db, Actor local) {
    Iri movedTo =
        local.movedTo() == null ? null : byId(db, local.movedTo()).map(Actor::iri).orElse(null);
    return ActorActivities.document(
        local, movedTo, keys.verifying(db, local.id()), attributions.of(db, local.id()));
  }
}
