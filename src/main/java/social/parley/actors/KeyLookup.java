package social.parley.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.PublicKeyDocument;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Unreadable;
import social.parley.core.Iri;
import social.parley.fetch.DocumentFetch;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;

/**
 * Finds public keys by their ids in all the forms that are in use: with a fragment, as a document
 * of its own, or the owner's id itself. A key is believed only when its owner, on the same host,
 * names it as its own.
 */
public final class KeyLookup {
  private static final Duration ASK_AGAIN = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 10_000;

  private final Actors actors;
  private final RemoteActors remote;
  private final DocumentFetch documents;
  private final SingleFlight<Iri, KeyResult> flights = new SingleFlight<>();
  private final Cache<Iri, Failure> failures =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
  private final Cache<Iri, Instant> refreshed =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  private record Failure(KeyResult result, Instant until) {}

  public KeyLookup(Actors actors, RemoteActors remote, Fetcher fetcher) {
    this.actors = actors;
    this.remote = remote;
    this.documents = new DocumentFetch(fetcher);
  }

  /** A key that is stored already; never asks anybody. */
  public Optional<KeyResult.Known> known(Iri keyId) {
    return actors.keys().find(keyId);
  }

  /** The key, from its server where it is not known here. */
  public KeyResult key(Iri keyId) {
    Optional<KeyResult.Known> known = known(keyId);
    return known.isPresent() ? known.get() : ask(keyId);
  }

  /**
   * The key as its server has it now, because the one we know does not fit. The same key is asked
   * for again only after some minutes; until then this is what is known.
   */
  public KeyResult refresh(Iri keyId) {
    Instant now = actors.now();
    Instant last = refreshed.getIfPresent(keyId);
    if (last != null && last.plus(ASK_AGAIN).isAfter(now)) return key(keyId);
    refreshed.put(keyId, now);
    return ask(keyId);
  }

  private KeyResult ask(Iri keyId) {
    if (!keyId.isWeb() || actors.addresses().isLocal(keyId))
      return new KeyResult.Refused("the key id is not on another server");
    Failure failure = failures.getIfPresent(keyId);
    if (failure != null && failure.until().isAfter(actors.now())) return failure.result();
    KeyResult result = flights.run(keyId, () -> fetch(keyId));
    Duration memory = memory(result);
    if (memory == null) failures.invalidate(keyId);
    else failures.put(keyId, new Failure(result, actors.now().plus(memory)));
    return result;
  }

  /** How long an answer spares the next question. */
  private static @Nullable Duration memory(KeyResult result) {
    return switch (result) {
      case KeyResult.Known known -> null;
      case KeyResult.Gone gone -> Duration.ofHours(1);
      case KeyResult.Refused refused -> Duration.ofMinutes(5);
      case KeyResult.Unreachable unreachable -> Duration.ofSeconds(30);
    };
  }

  private KeyResult fetch(Iri keyId) {
    SigningKey signer = actors.signingKey(actors.instanceActor().id());
    return switch (documents.get(keyId.withoutFragment(), signer)) {
      case Fetched.Document found -> read(keyId, found);
      case Fetched.Gone gone -> new KeyResult.Gone();
      case Fetched.Missing missing -> new KeyResult.Refused("the key is not there");
      case Fetched.Denied denied -> new KeyResult.Refused("the key may not be read");
      case Fetched.Blocked blocked -> new KeyResult.Refused(blocked.reason());
      case Fetched.Unreachable failed -> new KeyResult.Unreachable(failed.reason());
    };
  }

  private KeyResult read(Iri keyId, Fetched.Document found) {
    Thing thing;
    try {
      thing = ActivityReader.read(found.body());
    } catch (Unreadable broken) {
      return new KeyResult.Refused(broken.reason());
    }
    if (!found.finalUrl().sameOrigin(keyId))
      return new KeyResult.Refused("the key is on another server");
    if (thing instanceof ActorDocument actor && actor.id().equals(keyId.withoutFragment()))
      return stored(keyId, remote.store(actor));
    Iri owner = owner(keyId, thing);
    if (owner == null || !owner.sameOrigin(keyId))
      return new KeyResult.Refused("the key names no owner on its own server");
    return stored(keyId, remote.refresh(owner));
  }

  private static @Nullable Iri owner(Iri keyId, Thing thing) {
    for (PublicKeyDocument key : ActivityReader.readKeys(thing.raw()))
      if (key.id().equals(keyId) && key.owner() != null) return key.owner();
    return thing instanceof ActorDocument actor ? actor.id() : null;
  }

  private KeyResult stored(Iri keyId, Resolution owner) {
    return switch (owner) {
      case Resolution.Found found ->
          known(keyId)
              .<KeyResult>map(key -> key)
              .orElseGet(() -> new KeyResult.Refused("its owner does not name this key"));
      case Resolution.Gone gone -> new KeyResult.Gone();
      case Resolution.NotFound no -> new KeyResult.Refused(no.reason());
      case Resolution.Unreachable no -> new KeyResult.Unreachable(no.reason());
    };
  }
}
