package social.parley.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The queue of what goes out. */
final class DeliveryStore {
  private static final int CHUNK = 500;
  private static final String WAITING =
      """
      SELECT * FROM (SELECT # AS place, id, activity_id, inbox, attempts FROM deliveries
        WHERE host = :host# AND due_at <= :now ORDER BY id LIMIT :limit) waiting#\
      """;

  /** One body for one inbox. */
  record Row(long id, long activityId, Iri inbox, int attempts) {}

  private record Placed(int place, Row row) {}

  /** What is delivered. */
  record Body(long id, ActorId senderId, byte[] body, boolean everyone) {}

  Set<String> hosts(Reading db) {
    return db.query("SELECT DISTINCT host FROM deliveries").mapTo(String.class).set();
  }

  /** What waits for each of the hosts, oldest first. */
  List<List<Row>> take(Reading db, List<String> hosts, Instant now, int limit) {
    // A power of two of them, so that there are few different statements.
    int size = Padded.of(hosts).size();
    List<List<Row>> taken = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      taken.add(new ArrayList<>());
      parts.add(WAITING.replace("#", Integer.toString(place)));
    }
    Query query =
        db.query(String.join(" UNION ALL ", parts)).bind("now", now).bind("limit", limit);
    for (int place = 0; place < size; place++)
      query.bind("host" + place, place < hosts.size() ? hosts.get(place) : "");
    for (Placed one : query.map(DeliveryStore::placed).list())
      taken.get(one.place()).add(one.row());
    for (List<Row> rows : taken) rows.sort(Comparator.comparingLong(Row::id));
    return taken;
  }

  private static Placed placed(ResultSet row, StatementContext context) throws SQLException {
    return new Placed(
        row.getInt(1),
        new Row(row.getLong(2), row.getLong(3), new Iri(row.getString(4)), row.getInt(5)));
  }

  Optional<Instant> nextDue(Reading db, String host) {
    return db.query("SELECT min(due_at) FROM deliveries WHERE host = :host")
        .bind("host", host)
        .mapTo(Instant.class)
        .findOne();
  }

  Optional<Body> body(Reading db, long activity) {
    return db.query("SELECT id, sender_id, body, everyone FROM activities WHERE id = :id")
        .bind("id", activity)
        .mapTo(Body.class)
        .findOne();
  }

  /** The activity with this id that everyone may read. */
  Optional<byte[]> publicBody(Reading db, Iri iri) {
    return db.query("SELECT body FROM activities WHERE iri = :iri AND everyone LIMIT 1")
        .bind("iri", iri)
        .mapTo(byte[].class)
        .findOne();
  }

  void remove(Tx tx, Collection<Long> ids) {
    List<Long> all = List.copyOf(ids);
    for (int i = 0; i < all.size(); i += CHUNK)
      tx.update("DELETE FROM deliveries WHERE id IN (<ids>)")
          .bindList(
              EmptyHandling.NULL_KEYWORD, "ids", all.subList(i, Math.min(all.size(), i + CHUNK)))
          .execute();
  }

  int removeHost(Tx tx, String host) {
    return tx.update("DELETE FROM deliveries WHERE host = :host").bind("host", host).execute();
  }

  void failed(Tx tx, long id, Instant due) {
    tx.update("UPDATE deliveries SET due_at = :due, attempts = attempts + 1 WHERE id = :id")
        .bind("due", due)
        .bind("id", id)
        .execute();
  }

  /** Forgets bodies that are older than any delivery can be. */
  void forget(Tx tx, Instant before) {
    tx.update("DELETE FROM deliveries WHERE id < :id").bind("id", Ids.floor(before)).execute();
    tx.update("DELETE FROM activities WHERE id < :id").bind("id", Ids.floor(before)).execute();
  }
}
