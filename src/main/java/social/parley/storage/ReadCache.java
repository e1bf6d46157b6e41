package social.parley.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was lately read from the database, kept until it changes: whoever reads after a write has
 * returned never gets what was there before it. Inside a write the database itself is to be read.
 */
public final class ReadCache<K, V> {
  private static final int STRIPES = 4096;

  /** How long another process of the same server may go on with what this one has changed. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Cache<K, V> values;

  /** How many changes there have been, by the hash of the key. */
  private final AtomicLongArray changes = new AtomicLongArray(STRIPES);

  /** Holds values up to a total weight, about their size in bytes. */
  public ReadCache(long mostWeight, Weigher<K, V> weigher) {
    this(mostWeight, weigher, KEPT);
  }

  /** The same for what no other process changes, each value for so long. */
  public ReadCache(long mostWeight, Weigher<K, V> weigher, Duration kept) {
    values =
        Caffeine.newBuilder()
            .maximumWeight(mostWeight)
            .weigher(weigher)
            .expireAfterWrite(kept)
            // Housekeeping takes less than waking a thread for it would.
            .executor(Runnable::run)
            .build();
  }

  /** The value, loaded if it is not here; null when there is none. */
  public @Nullable V one(K key, Function<K, @Nullable V> load) {
    V known = values.getIfPresent(key);
    if (known != null) return known;
    long before = changes.get(stripe(key));
    V loaded = load.apply(key);
    if (loaded != null) keep(key, loaded, before);
    return loaded;
  }

  /** The value, if it is here. */
  public @Nullable V known(K key) {
    return values.getIfPresent(key);
  }

  /** The values there are, those that are not here loaded together. */
  public Map<K, V> all(Collection<K> keys, Function<List<K>, Map<K, V>> load) {
    Map<K, V> found = HashMap.newHashMap(keys.size());
    List<K> missing = null;
    for (K key : keys) {
      V known = values.getIfPresent(key);
      if (known != null) found.put(key, known);
      else (missing == null ? missing = new ArrayList<>() : missing).add(key);
    }
    if (missing == null) return found;
    long[] before = new long[missing.size()];
    for (int i = 0; i < before.length; i++) before[i] = changes.get(stripe(missing.get(i)));
    Map<K, V> loaded = load.apply(missing);
    for (int i = 0; i < before.length; i++) {
      K key = missing.get(i);
      V value = loaded.get(key);
      if (value == null) continue;
      found.put(key, value);
      keep(key, value, before[i]);
    }
    return found;
  }

  private void keep(K key, V value, long before) {
    values.put(key, value);
    if (changes.get(stripe(key)) != before) values.invalidate(key);
  }

  /** Forgets a value that this transaction changes, once it is committed. */
  public void drop(Tx tx, K key) {
    tx.atCommit(() -> {
      changes.incrementAndGet(stripe(key));
      values.invalidate(key);
    });
  }

  private static int stripe(Object key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 16)) & (STRIPES - 1);
  }
}
