package social.parley.filters;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import social.parley.core.ActorId;

/** Filters lately used. What was read before a change is never kept after it. */
final class FilterCache {
  /** How long another process of the same server may go on with old ones. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Cache<ActorId, ActiveFilters> ready =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();
  private final AtomicLong changes = new AtomicLong();

  ActiveFilters get(ActorId owner, Supplier<ActiveFilters> load) {
    ActiveFilters known = ready.getIfPresent(owner);
    if (known != null) return known;
    long before = changes.get();
    ActiveFilters loaded = load.get();
    ready.put(owner, loaded);
    if (changes.get() != before) ready.invalidate(owner);
    return loaded;
  }

  void changed(ActorId owner) {
    changes.incrementAndGet();
    ready.invalidate(owner);
  }
}
