package social.parley.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Scope;

/** PostgreSQL: a pool of connections, each read and write on its caller's thread. */
final class PostgresEngine implements Engine {
  private static final Logger log = LoggerFactory.getLogger(PostgresEngine.class);
  private static final int MOST_ATTEMPTS = 5;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final AfterCommit afterCommit;

  PostgresEngine(DatabaseAddress.Postgres address, AfterCommit afterCommit, MeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postgres");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(address.connections());
    config.setMinimumIdle(Math.min(2, address.connections()));
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMetricRegistry(meters);
    config.addDataSourceProperty("ApplicationName", "parley");
    // The detail of an error quotes the values of the row.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    pool = new HikariDataSource(config);
    jdbi = Jdbi.create(pool);
    Mappings.addTo(jdbi, meters);
    this.afterCommit = afterCommit;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRES;
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Reading, T> work) {
    try (Handle handle = jdbi.open()) {
      return ScopedValue.where(READING, true)
          .call(() -> work.apply(new Session(handle, Dialect.POSTGRES)));
    }
  }

  @Override
  public <T extends @Nullable Object> T snapshot(Function<Reading, T> work) {
    return ScopedValue.where(READING, true)
        .call(() ->
            jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> work.apply(new Session(handle, Dialect.POSTGRES))));
  }

  @Override
  public <T extends @Nullable Object> T write(Subscribers subscribers, Function<Tx, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return ScopedValue.where(Scope.WRITING, true).call(() -> writeOnce(subscribers, work));
      } catch (RuntimeException failed) {
        if (attempt == MOST_ATTEMPTS || !isConflict(failed)) throw failed;
        log.debug("write again after a conflict attempt={}", attempt);
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T extends @Nullable Object> T writeOnce(Subscribers subscribers, Function<Tx, T> work) {
    try (Handle handle = jdbi.open()) {
      Transaction tx = new Transaction(handle, Dialect.POSTGRES, subscribers);
      T result = handle.inTransaction(unused -> work.apply(tx));
      tx.committed();
      afterCommit.enqueue(tx.afterwards());
      return result;
    }
  }

  /** Another transaction got in the way: serialization failure or deadlock. */
  private static boolean isConflict(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause())
      if (at instanceof SQLException sql)
        return "40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState());
    return false;
  }
}
