package social.parley.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts what the database is asked to do. */
final class StatementCount implements SqlLogger {
  private final Counter statements;

  StatementCount(MeterRegistry meters) {
    statements =
        Counter.builder("storage.statements").description("Statements run").register(meters);
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    statements.increment();
  }
}
