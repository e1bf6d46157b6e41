package social.parley.moderation;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
    Query query =
        db.query(
                select
                    + " WHERE "
                    + (where.isEmpty() ? "" : where + " AND ")
                    + "id > :above AND id < :below ORDER BY id "
                    + (cursor.ascending() ? "ASC" : "DESC")
                    + " LIMIT :limit")
            .bind("above", cursor.above())
            .bind("below", cursor.below())
            .bind("limit", cursor.limit());
    bound.forEach(query::bind);
    return page(query.mapTo(row).list(), cursor, id);
  }

  /** What was read in the cursor's order, newest first. */
  static <T> Page<T> page(List<T> read, Cursor cursor, ToLongFunction<T> id) {
    if (read.isEmpty()) return Page.empty();
    List<T> newestFirst = cursor.ascending() ? read.reversed() : read;
    return new Page<>(
        newestFirst,
        OptionalLong.of(id.applyAsLong(newestFirst.getFirst())),
        OptionalLong.of(id.applyAsLong(newestFirst.getLast())));
  }
}
