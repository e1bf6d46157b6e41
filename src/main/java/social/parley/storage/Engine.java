package social.parley.storage;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one kind of database runs reads and writes. */
sealed interface Engine permits SqliteEngine, PostgresEngine {
  /** Bound while a read runs, to catch a second one inside it, which could wait for itself. */
  ScopedValue<Boolean> READING = ScopedValue.newInstance();

  Dialect dialect();

  <T extends @Nullable Object> T read(Function<Reading, T> work);

  /** A read that sees the whole database as it was at one moment, however long it takes. */
  <T extends @Nullable Object> T snapshot(Function<Reading, T> work);

  <T extends @Nullable Object> T write(Subscribers subscribers, Function<Tx, T> work);

  void close();
}
