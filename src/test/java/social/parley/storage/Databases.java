package social.parley.storage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases for tests. A store's contract is an abstract class that gets its database from
 * {@code abstract Database open()}; two nested subclasses run it on both kinds:
 *
 * <pre>{@code
 * class NoteStoreTest {
 *   @Nested class OnSqlite extends NoteStoreContract {
 *     @TempDir Path folder;
 *     @Override Database open() { return Databases.sqlite(folder); }
 *   }
 *   @Nested class OnPostgres extends NoteStoreContract {
 *     @Override Database open() { return Databases.postgres(); }
 *   }
 * }
 * }</pre>
 */
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** A SQLite database in this folder. */
  public static Database sqlite(Path folder) {
    return Database.open(sqliteAddress(folder), Clock.systemUTC(), new SimpleMeterRegistry());
  }

  /** A new, empty PostgreSQL database. */
  public static Database postgres() {
    return Database.open(postgresAddress(), Clock.systemUTC(), new SimpleMeterRegistry());
  }

  /** Without any tables. */
  static Database bareSqlite(Path folder) {
    return Database.connect(sqliteAddress(folder), new SimpleMeterRegistry());
  }

  /** Without any tables. */
  static Database barePostgres() {
    return Database.connect(postgresAddress(), new SimpleMeterRegistry());
  }

  public static DatabaseAddress sqliteAddress(Path folder) {
    return new DatabaseAddress.Sqlite(folder.resolve("test.db"), 2);
  }

  /** The same in the words of the setting {@code database}. */
  public static String postgresSetting() {
    if (!(postgresAddress() instanceof DatabaseAddress.Postgres address))
      throw new IllegalStateException("not a PostgreSQL address");
    String login = address.user() + ":" + address.password();
    return address.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + login + "@");
  }

  /** Where a database is that has just been made. */
  public static DatabaseAddress postgresAddress() {
    String name = "parley_" + COUNT.incrementAndGet();
    try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    String url = "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
    return new DatabaseAddress.Postgres(url, "postgres", "postgres", 4);
  }

  /** Started once, when first needed; it stops with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
