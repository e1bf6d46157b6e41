package social.parley.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What some small tables say, kept in memory: no longer than until a transaction here changes them,
 * and only for a while, since other processes change them too.
 */
public final class Snapshot<T> {
  private final Database database;
  private final InstantSource clock;
  private final Duration kept;
  private final Function<Reading, T> load;
  private final AtomicLong changes = new AtomicLong();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Known<T> known;

  /** What was read after so many changes. */
  private record Known<T>(T value, Instant until, long changes) {}

  public Snapshot(
      Database database, InstantSource clock, Duration kept, Function<Reading, T> load) {
    this.database = database;
    this.clock = clock;
    this.kept = kept;
    this.load = load;
  }

  /** The very same object as before if the tables say the same; not inside a read or a write. */
  public T get() {
    Known<T> fresh = fresh();
    if (fresh != null) return fresh.value();
    // Many may find it old at the same moment; one of them reads it.
    reading.lock();
    try {
      return database.read(this::get);
    } finally {
      reading.unlock();
    }
  }

  /** The same inside a read or a write. */
  public T get(Reading db) {
    Known<T> fresh = fresh();
    if (fresh != null) return fresh.value();
    Instant until = clock.instant().plus(kept);
    long before = changes.get();
    T value = load.apply(db);
    Known<T> last = known;
    if (last != null && last.value().equals(value)) value = last.value();
    // What a write sees may never come to be.
    if (!(db instanceof Tx)) known = new Known<>(value, until, before);
    return value;
  }

  private @Nullable Known<T> fresh() {
    Known<T> held = known;
    return held != null && held.changes() == changes.get() && clock.instant().isBefore(held.until())
        ? held
        : null;
  }

  /** What was read last, however old it is; null when nothing was. */
  public @Nullable T last() {
    Known<T> held = known;
    return held == null ? null : held.value();
  }

  /** This transaction changes the tables: it reads them anew at once, all others after it. */
  public void drop(Tx tx) {
    changes.incrementAndGet();
    tx.atCommit(changes::incrementAndGet);
  }
}
