package social.parley.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/**
 * Reads what waits for each of several hosts in one of the queues, with one statement.
 *
 * @param rows reads a row, whose columns begin with the second
 */
record HostRows<R>(String table, String columns, String order, RowMapper<R> rows) {
  private static final String PART =
      """
      SELECT * FROM (SELECT # AS place, #columns FROM #table
        WHERE host = :host# AND due_at <= :now ORDER BY #order LIMIT :limit) waiting#\
      """;

  private record Placed<R>(int place, R row) {}

  /** The first that are due, at most so many for each host; in the order of the hosts. */
  List<List<R>> take(Reading db, List<String> hosts, Instant now, int limit) {
    // A power of two of them, so that there are few different statements.
    int size = Padded.of(hosts).size();
    String part =
        PART.replace("#columns", columns).replace("#table", table).replace("#order", order);
    List<List<R>> taken = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      taken.add(new ArrayList<>());
      parts.add(part.replace("#", Integer.toString(place)));
    }
    Query query = db.query(String.join(" UNION ALL ", parts)).bind("now", now).bind("limit", limit);
    for (int place = 0; place < size; place++)
      query.bind("host" + place, place < hosts.size() ? hosts.get(place) : "");
    List<Placed<R>> all =
        query.map((row, context) -> new Placed<>(row.getInt(1), rows.map(row, context))).list();
    for (Placed<R> one : all) taken.get(one.place()).add(one.row());
    return taken;
  }
}
