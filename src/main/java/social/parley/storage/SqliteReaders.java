package social.parley.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A few platform threads, each with a connection that reads: SQLite is native code, which would pin
 * the carriers of virtual threads, so callers wait in Java instead.
 */
final class SqliteReaders {
  private final SqliteConnections connections;
  private final Waiting<Call<Reading, ?>> waiting = new Waiting<>();
  private final List<Thread> threads = new ArrayList<>();

  SqliteReaders(SqliteConnections connections, int count) {
    this.connections = connections;
    for (int i = 0; i < count; i++)
      threads.add(Thread.ofPlatform().daemon().name("sqlite-reader-" + i).start(this::serve));
  }

  <T extends @Nullable Object> T read(Function<Reading, T> work) {
    Call<Reading, T> call = new Call<>(work);
    waiting.add(call);
    return call.await();
  }

  int waiting() {
    return waiting.size();
  }

  /** Finishes what waits, then stops. */
  void close() {
    waiting.close();
    threads.forEach(SqliteReaders::join);
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    Handle handle = null;
    for (var next = waiting.take(1); !next.isEmpty(); next = waiting.take(1)) {
      Call<Reading, ?> call = next.getFirst();
      try {
        if (handle == null) handle = connections.reader();
        Call.Outcome outcome = call.run(new Session(handle, Dialect.SQLITE), Engine.READING);
        SqliteConnections.closeUnfinished(handle);
        outcome.tell();
      } catch (SQLException | RuntimeException | Error failed) {
        call.fail(failed);
      }
    }
    if (handle != null) SqliteConnections.close(handle);
  }
}
