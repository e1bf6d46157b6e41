package social.parley.storage;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/** Opens connections to one SQLite file, all set up alike. */
record SqliteConnections(Path file, MeterRegistry meters) {
  private static final int BUSY_MILLIS = 20_000;

  /** The connection that writes. */
  Handle writer() {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) Files.createDirectories(parent);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return open(
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA cache_size = -16384",
        // Pages that are written again and again go into the file itself less often.
        "PRAGMA wal_autocheckpoint = 4000",
        "PRAGMA journal_size_limit = 67108864");
  }

  /** A connection that only reads. */
  Handle reader() {
    return open("PRAGMA query_only = ON", "PRAGMA cache_size = -8192");
  }

  private Handle open(String... pragmas) {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    // Another process may write too: a command that is run while the server is up.
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      try (Statement statement = connection.createStatement()) {
        for (String pragma : pragmas) statement.execute(pragma);
        // The driver now believes that it is inside a transaction and leaves them to the writer.
        connection.setAutoCommit(false);
        statement.execute("COMMIT");
      }
      Jdbi jdbi = Jdbi.create(() -> connection);
      jdbi.setStatementBuilderFactory(unused -> new CachedStatements(250));
      Mappings.addTo(jdbi, meters);
      return jdbi.open();
    } catch (SQLException failed) {
      throw new ConnectionException(failed);
    }
  }

  /** To be called after each read or write. */
  static void closeUnfinished(Handle handle) throws SQLException {
    if (handle.getStatementBuilder() instanceof CachedStatements statements)
      statements.closeUnfinished();
  }

  /** Closes the connection itself: there is no transaction that would have to be ended. */
  static void close(Handle handle) {
    try {
      handle.getStatementBuilder().close(handle.getConnection());
      handle.getConnection().close();
    } catch (SQLException failed) {
      throw new ConnectionException(failed);
    }
  }
}
