package social.parley.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** A write on one connection, and what is to run once it is durable. */
final class Transaction implements Tx {
  private final Handle handle;
  private final Dialect dialect;
  private final Subscribers subscribers;
  private final List<Runnable> atCommit = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  Transaction(Handle handle, Dialect dialect, Subscribers subscribers) {
    this.handle = handle;
    this.dialect = dialect;
    this.subscribers = subscribers;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Query query(String sql) {
    return handle.createQuery(sql);
  }

  @Override
  public Update update(String sql) {
    return handle.createUpdate(sql);
  }

  @Override
  public Update update(String sql, Record row) {
    return update(sql).bindNamedArgumentFinder(new RowArguments(row));
  }

  @Override
  public PreparedBatch batch(String sql) {
    return handle.prepareBatch(sql);
  }

  @Override
  public PreparedBatch batch(String sql, Iterable<? extends Record> rows) {
    PreparedBatch batch = batch(sql);
    for (Record row : rows) batch.bindNamedArgumentFinder(new RowArguments(row)).add();
    return batch;
  }

  @Override
  public <A extends Announcement> void announce(A announcement) {
    subscribers.announce(this, announcement);
  }

  @Override
  public void atCommit(Runnable work) {
    atCommit.add(work);
  }

  @Override
  public void afterCommit(Runnable work) {
    afterwards.add(work);
  }

  /** To be called between the commit and the answer to the caller. */
  void committed() {
    atCommit.forEach(Runnable::run);
  }

  List<Runnable> afterwards() {
    return afterwards;
  }
}
