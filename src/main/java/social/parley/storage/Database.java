package social.parley.storage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * (PostgreSQL, after a conflict), so it must change nothing but the database. Network and heavy
 * work come before a write, never inside it. Neither a read nor a write may be started inside
 * another: a {@link Tx} is itself a {@link Reading}.
 */
public final class Database implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final Engine engine;
  private final AfterCommit afterCommit;
  private final Timer reads;
  private final Timer writes;
  private volatile Subscribers subscribers = new Subscribers();

  private Database(Engine engine, AfterCommit afterCommit, MeterRegistry meters) {
    this.engine = engine;
    this.afterCommit = afterCommit;
    reads =
        Timer.builder("storage.reads").description("Reads, with their waiting").register(meters);
    writes =
        Timer.builder("storage.writes").description("Writes, with their waiting").register(meters);
  }

  /** Opens the database, makes it if need be, and brings its tables up to date. */
  public static Database open(DatabaseAddress address, Clock clock, MeterRegistry meters) {
    Database database = connect(address, meters);
    try {
      Migrations.bundled().apply(database, clock);
      return database;
    } catch (RuntimeException | Error failed) {
      database.close();
      throw failed;
    }
  }

  /**
   * Fills a new database, and folders by the names they were saved under, from a backup of either
   * kind of database, made by this version of the program or an older one.
   */
  public static void restore(
      Path archive,
      Map<String, Path> folders,
      DatabaseAddress address,
      Clock clock,
      MeterRegistry meters)
      throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        Database database = connect(address, meters)) {
      Restoration restoration = new Restoration(zip);
      Migrations all = Migrations.bundled();
      all.only(restoration.migrations()).apply(database, clock);
      database.run(restoration::rows);
      all.apply(database, clock);
      for (var folder : folders.entrySet()) restoration.folder(folder.getKey(), folder.getValue());
    }
  }

  /** Opens the database as it is. */
  static Database connect(DatabaseAddress address, MeterRegistry meters) {
    AfterCommit afterCommit = new AfterCommit();
    Engine engine =
        switch (address) {
          case DatabaseAddress.Sqlite sqlite -> new SqliteEngine(sqlite, afterCommit, meters);
          case DatabaseAddress.Postgres postgres ->
              new PostgresEngine(postgres, afterCommit, meters);
        };
    return new Database(engine, afterCommit, meters);
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
    return timed(reads, () -> engine.read(work));
  }

  public <T extends @Nullable Object> T write(Function<Tx, T> work) {
    refuseNesting();
    return timed(writes, () -> engine.write(subscribers, work));
  }

  /** A write without a result. */
  public void run(Consumer<Tx> work) {
    this.<@Nullable Void>write(tx -> {
      work.accept(tx);
      return null;
    });
  }

  /**
   * Writes all tables as they are at one moment, while the server runs, and then the files of these
   * folders, each under a name, into one zip file; files with some names are left out.
   */
  public void backup(Path archive, Map<String, Path> folders, Set<String> without)
      throws IOException {
    refuseNesting();
    Backup.write(engine, archive, folders, without);
  }

  /**
   * Waits until everything that follows the commits so far has run, and what followed from that.
   */
  public void settle() {
    afterCommit.settle();
  }

  @Override
  public void close() {
    // What follows the last commits may itself want to read or write.
    afterCommit.settle();
    engine.close();
    afterCommit.close();
  }

  private static <T extends @Nullable Object> T timed(Timer timer, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      timer.record(took);
      if (took.compareTo(SLOW) > 0)
        log.warn("slow database call kind={} ms={}", timer.getId().getName(), took.toMillis());
    }
  }

  private static void refuseNesting() {
    if (Scope.WRITING.isBound() || Engine.READING.isBound())
      throw new IllegalStateException("already inside a read or a write: use what it was given");
  }
}
