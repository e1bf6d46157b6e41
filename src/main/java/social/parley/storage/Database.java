package social.parley.storage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.Scope;

/**
 * The front door to the data, the same for SQLite and PostgreSQL.
 *
 * <pre>{@code
 * Optional<Note> note = database.read(db -> store.find(db, id));
 * boolean added = database.write(tx -> store.insert(tx, draft));
 * database.run(tx -> store.delete(tx, id));
 * }</pre>
 *
 * A read may run on another thread and sees every write that returned before it began. A write is
 * durable once it returns; if it throws, nothing of it stays. It may be run again from its start
 * (PostgreSQL, after a conflict), so it must change nothing but the database. Network and heavy work
 * come before a write, never inside it. Neither a read nor a write may be started inside another: a
 * {@link Tx} is itself a {@link Reading}.
 */
public final class Database implements AutoCloseable {
  private final Engine engine;
  private final AfterCommit afterCommit;
  private volatile Subscribers subscribers = new Subscribers();

  private Database(Engine engine, AfterCommit afterCommit) {
    this.engine = engine;
    this.afterCommit = afterCommit;
  }

  /** Opens the database, makes it if need be, and brings its tables up to date. */
  public static Database open(StorageSettings settings, Clock clock, MeterRegistry meters) {
    AfterCommit afterCommit = new AfterCommit();
    Engine engine =
        switch (settings) {
          case StorageSettings.Sqlite sqlite -> new SqliteEngine(sqlite, afterCommit, meters);
          case StorageSettings.Postgres postgres ->
              new PostgresEngine(postgres, afterCommit, meters);
        };
    Database database = new Database(engine, afterCommit);
    try {
      Migrations.bundled().apply(database, clock);
    } catch (RuntimeException | Error failed) {
      database.close();
      throw failed;
    }
    return database;
  }

  /** Adds to those who are told what happens. */
  public void subscribe(Subscribers more) {
    subscribers = subscribers.and(more);
  }

  public Dialect dialect() {
    return engine.dialect();
  }

  public <T extends @Nullable Object> T read(Function<Reading, T> work) {
    refuseNesting();
    return engine.read(work);
  }

  public <T extends @Nullable Object> T write(Function<Tx, T> work) {
    refuseNesting();
    return engine.write(subscribers, work);
  }

  /** A write without a result. */
  public void run(Consumer<Tx> work) {
    this.<@Nullable Void>write(
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  /** Waits until everything that follows the commits so far has run, and what followed from that. */
  public void settle() {
    afterCommit.settle();
  }

  @Override
  public void close() {
    engine.close();
    afterCommit.close();
  }

  private static void refuseNesting() {
    if (Scope.WRITING.isBound() || Engine.READING.isBound())
      throw new IllegalStateException("already inside a read or a write: use what it was given");
  }
}
