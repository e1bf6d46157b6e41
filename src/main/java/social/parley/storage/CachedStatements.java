package social.parley.storage;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the most recently used prepared statements of one SQLite connection, since its driver would
 * compile the same SQL again each time. Used by one thread.
 */
final class CachedStatements implements StatementBuilder {
  private final int capacity;
  private final LinkedHashMap<String, PreparedStatement> idle =
      new LinkedHashMap<>(16, 0.75f, true);
  private final Map<PreparedStatement, String> inUse = new IdentityHashMap<>();

  CachedStatements(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return connection.createStatement();
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    // Taken out while in use, so that the same SQL inside its own loop gets another one.
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
    inUse.put(statement, sql);
    return statement;
  }

  /** Ends what a read or write left unfinished: an open result would hold on to an old state. */
  void closeUnfinished() throws SQLException {
    if (inUse.isEmpty()) return;
    for (PreparedStatement statement : inUse.keySet()) statement.close();
    inUse.clear();
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return connection.prepareCall(sql);
  }

  @Override
  public void close(Connection connection, String unparsed, Statement statement)
      throws SQLException {
    // The text given here still has its named parameters, unlike the one that was prepared.
    String sql =
        statement instanceof PreparedStatement ? inUse.remove((PreparedStatement) statement) : null;
    if (sql == null) {
      if (statement != null) statement.close();
      return;
    }
    PreparedStatement prepared = (PreparedStatement) statement;
    prepared.clearBatch();
    prepared.clearParameters();
    PreparedStatement same = idle.put(sql, prepared);
    if (same != null) same.close();
    if (idle.size() > capacity) idle.pollFirstEntry().getValue().close();
  }
}
