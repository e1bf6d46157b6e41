package social.parley.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The queue of what came in, the ids already seen, and what was refused. */
final class InboxStore {
  private static final int CHUNK = 500;
  private static final int KEPT_REFUSALS = 1_000;

  /** One body that waits to be handled. */
  record Row(
      long id,
      String host,
      ActorId signerId,
      byte[] body,
      Instant receivedAt,
      Instant dueAt,
      int attempts) {}

  void add(Tx tx, Collection<Row> rows) {
    tx.batch(
            """
            INSERT INTO inbox_queue (id, host, signer_id, body, received_at, due_at, attempts)
            VALUES (:id, :host, :signerId, :body, :receivedAt, :dueAt, :attempts)\
            """,
            rows)
        .execute();
  }

  Set<String> hosts(Reading db) {
    return db.query("SELECT DISTINCT host FROM inbox_queue").mapTo(String.class).set();
  }

  List<Row> take(Reading db, String host, Instant now, int limit) {
    return db.query(
            """
            SELECT id, host, signer_id, body, received_at, due_at, attempts FROM inbox_queue
            WHERE host = :host AND due_at <= :now ORDER BY id LIMIT :limit\
            """)
        .bind("host", host)
        .bind("now", now)
        .bind("limit", limit)
        .map((row, context) ->
            new Row(
                row.getLong(1),
                row.getString(2),
                new ActorId(row.getLong(3)),
                row.getBytes(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getInt(7)))
        .list();
  }

  Optional<Instant> nextDue(Reading db, String host) {
    return db.query("SELECT min(due_at) FROM inbox_queue WHERE host = :host")
        .bind("host", host)
        .mapTo(Instant.class)
        .findOne();
  }

  /** How many of these were still there; each row has its effect only with its removal. */
  int remove(Tx tx, Collection<Long> ids) {
    int removed = 0;
    List<Long> all = List.copyOf(ids);
    for (int i = 0; i < all.size(); i += CHUNK)
      removed +=
          tx.update("DELETE FROM inbox_queue WHERE id IN (<ids>)")
              .bindList(
                  EmptyHandling.NULL_KEYWORD,
                  "ids",
                  all.subList(i, Math.min(all.size(), i + CHUNK)))
              .execute();
    return removed;
  }

  void postpone(Tx tx, Row row, Instant due) {
    tx.update("UPDATE inbox_queue SET due_at = :due, attempts = attempts + 1 WHERE id = :id")
        .bind("due", due)
        .bind("id", row.id())
        .execute();
  }

  Set<Iri> seen(Reading db, Collection<Iri> iris) {
    Set<Iri> seen = new HashSet<>();
    List<Iri> all = new ArrayList<>(iris);
    for (int i = 0; i < all.size(); i += CHUNK)
      seen.addAll(
          db.query("SELECT iri FROM seen_activities WHERE iri IN (<iris>)")
              .bindList(
                  EmptyHandling.NULL_KEYWORD,
                  "iris",
                  all.subList(i, Math.min(all.size(), i + CHUNK)))
              .mapTo(Iri.class)
              .set());
    return seen;
  }

  /** False when it was seen before. */
  boolean markSeen(Tx tx, Iri activity, Instant now) {
    return tx.update(
                """
                INSERT INTO seen_activities (iri, seen_at) VALUES (:iri, :now)
                ON CONFLICT DO NOTHING\
                """)
            .bind("iri", activity)
            .bind("now", now)
            .execute()
        == 1;
  }

  void refuse(Tx tx, Row row, String reason, Instant now) {
    tx.update(
            """
            INSERT INTO inbox_refusals (id, host, reason, body, refused_at)
            VALUES (:id, :host, :reason, :body, :now) ON CONFLICT DO NOTHING\
            """)
        .bind("id", row.id())
        .bind("host", row.host())
        .bind("reason", reason)
        .bind("body", row.body())
        .bind("now", now)
        .execute();
  }

  List<Refusal> refusals(Reading db, int limit) {
    return db.query(
            """
            SELECT id, host, reason, refused_at FROM inbox_refusals
            ORDER BY id DESC LIMIT :limit\
            """)
        .bind("limit", limit)
        .mapTo(Refusal.class)
        .list();
  }

  /** Forgets what was seen before a time, and all refusals but the latest. */
  void forget(Tx tx, Instant before) {
    tx.update("DELETE FROM seen_activities WHERE seen_at < :before")
        .bind("before", before)
        .execute();
    tx.update(
            """
            DELETE FROM inbox_refusals WHERE id <
              (SELECT id FROM inbox_refusals ORDER BY id DESC LIMIT 1 OFFSET :kept)\
            """)
        .bind("kept", KEPT_REFUSALS)
        .execute();
  }
}
