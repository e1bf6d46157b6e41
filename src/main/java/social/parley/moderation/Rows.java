package social.parley.moderation;

import java.util.Map;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.statement.Query;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.storage.Reading;

/** Pages of this package's tables, all of which are read by their ids. */
final class Rows {
  private Rows() {}

  static <T extends Record> Page<T> page(
      Reading db, String select, String where, Cursor cursor, Class<T> row, ToLongFunction<T> id) {
    return page(db, select, where, Map.of(), cursor, row, id);
  }

  /** The condition is never anybody's input; its parameters may be. */
  static <T extends Record> Page<T> page(
      Reading db,
      String select,
      String where,
      Map<String, Object> bound,
      Cursor cursor,
      Class<T> row,
      ToLongFunction<T> id) {
    Query query = db.page(select + " WHERE " + (where.isEmpty() ? "TRUE" : where), "id", cursor);
    bound.forEach(query::bind);
    return Page.of(query.mapTo(row).list(), cursor, id);
  }
}
