package social.parley.storage;

import io.micrometer.core.instrument.DistributionSummary;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Scope;

/**
 * The one thread that writes to SQLite. Writes that wait share a transaction, each behind a
 * savepoint of its own, so that one flush to the disk makes them all durable.
 */
final class SqliteWriter {
  private static final Logger log = LoggerFactory.getLogger(SqliteWriter.class);
  private static final int MOST_TOGETHER = 500;

  private final Handle handle;
  private final AfterCommit afterCommit;
  private final DistributionSummary together;
  private final Waiting<Write> waiting = new Waiting<>();
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;
  private final PreparedStatement savepoint;
  private final PreparedStatement release;
  private final PreparedStatement undo;
  private final Thread thread;

  SqliteWriter(Handle handle, AfterCommit afterCommit, DistributionSummary together)
      throws SQLException {
    this.handle = handle;
    this.afterCommit = afterCommit;
    this.together = together;
    begin = handle.getConnection().prepareStatement("BEGIN IMMEDIATE");
    commit = handle.getConnection().prepareStatement("COMMIT");
    rollback = handle.getConnection().prepareStatement("ROLLBACK");
    savepoint = handle.getConnection().prepareStatement("SAVEPOINT one");
    release = handle.getConnection().prepareStatement("RELEASE one");
    undo = handle.getConnection().prepareStatement("ROLLBACK TO one");
    thread = Thread.ofPlatform().daemon().name("sqlite-writer").start(this::serve);
  }

  private record Write(Call<Tx, ?> call, Subscribers subscribers) {}

  /** A write that has run; nobody knows of it before the commit. */
  private record Done(Call.Outcome outcome, @Nullable Transaction kept) {}

  <T extends @Nullable Object> T write(Subscribers subscribers, Function<Tx, T> work) {
    Call<Tx, T> call = new Call<>(work);
    waiting.add(new Write(call, subscribers));
    return call.await();
  }

  int waiting() {
    return waiting.size();
  }

  /** Finishes what waits, then stops. */
  void close() {
    waiting.close();
    SqliteReaders.join(thread);
  }

  private void serve() {
    var writes = waiting.take(MOST_TOGETHER);
    while (!writes.isEmpty()) {
      writeTogether(writes);
      writes = waiting.take(MOST_TOGETHER);
    }
    SqliteConnections.close(handle);
  }

  private void writeTogether(List<Write> writes) {
    List<Done> all = new ArrayList<>(writes.size());
    try {
      begin.execute();
      for (Write write : writes) all.add(writeOne(write));
      commit.execute();
    } catch (SQLException | RuntimeException | Error failed) {
      log.error("writes were not committed count={}", writes.size(), failed);
      rollBack();
      for (Write write : writes)
        write.call().fail(new IllegalStateException("the write was not committed", failed));
      return;
    }
    together.record(all.size());
    for (Done one : all) if (one.kept() != null) one.kept().committed();
    for (Done one : all) {
      if (one.kept() != null) afterCommit.enqueue(one.kept().afterwards());
      one.outcome().tell();
    }
  }

  private Done writeOne(Write write) throws SQLException {
    Transaction tx = new Transaction(handle, Dialect.SQLITE, write.subscribers());
    savepoint.execute();
    Call.Outcome outcome = write.call().run(tx, Scope.WRITING);
    boolean keep =
        switch (outcome) {
          case Call.Returned returned -> true;
          case Call.Threw threw -> false;
        };
    SqliteConnections.closeUnfinished(handle);
    if (!keep) undo.execute();
    release.execute();
    return new Done(outcome, keep ? tx : null);
  }

  private void rollBack() {
    try {
      rollback.execute();
    } catch (SQLException alreadyGone) {
      log.debug("nothing to roll back reason={}", alreadyGone.getMessage());
    }
  }
}
