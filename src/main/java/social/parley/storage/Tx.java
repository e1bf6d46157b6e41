package social.parley.storage;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * What a write may do besides reading: all of it happens, or nothing.
 *
 * <pre>{@code
 * tx.update("INSERT INTO notes (id, author, title) VALUES (:id, :author, :title)", note).execute();
 * tx.announce(new NoteWritten(note.id()));
 * }</pre>
 *
 * Prefer {@code INSERT ... ON CONFLICT DO NOTHING} and the number of rows to catching a violation:
 * on PostgreSQL a failed statement spoils its whole transaction.
 */
public interface Tx extends Reading {
  /** A statement that changes rows. */
  Update update(String sql);

  /** The same, with the components of a record as its parameters. */
  Update update(String sql, Record row);

  /** One changing statement for many rows. */
  PreparedBatch batch(String sql);

  /** The same, with the components of the records as its parameters. */
  PreparedBatch batch(String sql, Iterable<? extends Record> rows);

  /** Tells the subscribers: some at once, inside this transaction, some after it has committed. */
  <A extends Announcement> void announce(A announcement);

  /**
   * Runs once the transaction is durable and before its caller learns of it, for caches to drop
   * what is out of date. It must be brief and must not throw; not run after a rollback.
   */
  void atCommit(Runnable work);

  /** Runs after the commit, in commit order, on another thread; not at all after a rollback. */
  void afterCommit(Runnable work);
}
