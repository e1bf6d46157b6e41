package social.parley.storage;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** SQLite: one thread writes, a few read. */
final class SqliteEngine implements Engine {
  private final SqliteConnections connections;
  private final SqliteWriter writer;
  private final SqliteReaders readers;

  SqliteEngine(DatabaseAddress.Sqlite address, AfterCommit afterCommit, MeterRegistry meters) {
    connections = new SqliteConnections(address.file(), meters);
    DistributionSummary together =
        DistributionSummary.builder("storage.writes.together")
            .description("Writes that shared one commit")
            .register(meters);
    try {
      writer = new SqliteWriter(connections.writer(), afterCommit, together);
    } catch (SQLException failed) {
      throw new ConnectionException(failed);
    }
    readers = new SqliteReaders(connections, address.readers());
    Gauge.builder("storage.writes.waiting", writer, SqliteWriter::waiting)
        .description("Writes in line")
        .register(meters);
    Gauge.builder("storage.reads.waiting", readers, SqliteReaders::waiting)
        .description("Reads in line")
        .register(meters);
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Reading, T> work) {
    return readers.read(work);
  }

  @Override
  public <T extends @Nullable Object> T snapshot(Function<Reading, T> work) {
    // A thread and a connection of its own, since it may hold them for long.
    Call<Reading, T> call = new Call<>(work);
    Thread.ofPlatform().daemon().name("sqlite-snapshot").start(() -> snapshot(call));
    return call.await();
  }

  private void snapshot(Call<Reading, ?> call) {
    try {
      Handle handle = connections.reader();
      try (Statement statement = handle.getConnection().createStatement()) {
        statement.execute("BEGIN");
        call.run(new Session(handle, Dialect.SQLITE), READING).tell();
        statement.execute("ROLLBACK");
      } finally {
        SqliteConnections.close(handle);
      }
    } catch (SQLException | RuntimeException | Error failed) {
      call.fail(failed);
    }
  }

  @Override
  public <T extends @Nullable Object> T write(Subscribers subscribers, Function<Tx, T> work) {
    return writer.write(subscribers, work);
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
