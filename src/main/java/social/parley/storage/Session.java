package social.parley.storage;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A read on one connection. */
record Session(Handle handle, Dialect dialect) implements Reading {
  @Override
  public Query query(String sql) {
    return handle.createQuery(sql);
  }
}
