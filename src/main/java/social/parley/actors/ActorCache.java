package social.parley.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;

/**
 * Actors lately read. What was read before a change is never kept after it: every change raises a
 * generation, and what was loaded under an older one is thrown away again.
 */
final class ActorCache {
  private static final int SIZE = 20_000;

  private final Cache<ActorId, Actor> actors = cache();
  private final Cache<ActorId, Actor> identities = cache();
  private final Cache<Iri, ActorId> byIri = cache();
  private final Cache<String, ActorId> byHandle = cache();
  private final AtomicLong profiles = new AtomicLong();
  private final AtomicLong counts = new AtomicLong();

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(SIZE).executor(Runnable::run).build();
  }

  /** How many changes there have been. */
  record Generation(long profiles, long counts) {}

  /** To be taken before a load, and given back with what it brought. */
  Generation generation() {
    return new Generation(profiles.get(), counts.get());
  }

  @Nullable Actor get(ActorId id) {
    return actors.getIfPresent(id);
  }

  /** As {@link #get}, but the counters may be old. */
  @Nullable Actor identity(ActorId id) {
    return identities.getIfPresent(id);
  }

  @Nullable ActorId id(Iri iri) {
    return byIri.getIfPresent(iri);
  }

  @Nullable ActorId id(Handle handle) {
    return byHandle.getIfPresent(key(handle));
  }

  void put(Collection<Actor> loaded, Generation before) {
    for (Actor actor : loaded) {
      actors.put(actor.id(), actor);
      identities.put(actor.id(), actor);
      byIri.put(actor.iri(), actor.id());
    }
    if (counts.get() != before.counts()) loaded.forEach(actor -> actors.invalidate(actor.id()));
    if (profiles.get() != before.profiles()) loaded.forEach(this::drop);
  }

  void put(Handle handle, Actor actor, Generation before) {
    byHandle.put(key(handle), actor.id());
    if (profiles.get() != before.profiles()) byHandle.invalidate(key(handle));
  }

  /** The profile is another one now. */
  void changed(Actor actor) {
    profiles.incrementAndGet();
    drop(actor);
    byHandle.invalidate(key(actor.handle()));
  }

  /** Only the counters have changed. */
  void counted(ActorId actor) {
    counts.incrementAndGet();
    actors.invalidate(actor);
  }

  private void drop(Actor actor) {
    actors.invalidate(actor.id());
    identities.invalidate(actor.id());
    byIri.invalidate(actor.iri());
  }

  private static String key(Handle handle) {
    return ActorStore.key(handle.user(), handle.domain());
  }
}
