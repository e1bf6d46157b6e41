package social.parley.federation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The queue of what goes out. */
final class DeliveryStore {
  private static final int CHUNK = 500;
  private static final HostRows<Row> WAITING =
      new HostRows<>(
          "deliveries",
          "id, activity_id, inbox, attempts, sender_id, turn",
          "turn, id",
          (row, context) ->
              new Row(
                  row.getLong(2),
                  row.getLong(3),
                  new Iri(row.getString(4)),
                  row.getInt(5),
                  row.getLong(6),
                  row.getLong(7) < DeliveryQueue.FANNED_OUT));

  /** One body for one inbox. */
  record Row(long id, long activityId, Iri inbox, int attempts, long senderId, boolean urgent) {}

  /** One that something waits for. */
  record Host(String host, boolean urgent) {}

  /** What is delivered. */
  record Body(long id, ActorId senderId, byte[] body, boolean everyone) {}

  List<Host> hosts(Reading db) {
    return db.query(
            """
            SELECT host, min(turn) < :fannedOut AS urgent FROM deliveries GROUP BY host
            ORDER BY min(turn)\
            """)
        .bind("fannedOut", DeliveryQueue.FANNED_OUT)
        .mapTo(Host.class)
        .list();
  }

  List<List<Row>> take(Reading db, List<String> hosts, Instant now, int limit) {
    return WAITING.take(db, hosts, now, limit);
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
