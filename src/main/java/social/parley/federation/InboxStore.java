package social.parley.federation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The queue of what came in, the ids already seen, and what was refused. */
final class InboxStore {
  private static final int KEPT_REFUSALS = 1_000;

  private static final HostRows<Row> WAITING =
      new HostRows<>(
          "inbox_queue",
          "id, host, signer_id, body, received_at, due_at, attempts",
          "id",
          (row, context) ->
              new Row(
                  row.getLong(2),
                  row.getString(3),
                  new ActorId(row.getLong(4)),
                  row.getBytes(5),
                  Instant.ofEpochMilli(row.getLong(6)),
                  Instant.ofEpochMilli(row.getLong(7)),
                  row.getInt(8)));

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

  List<List<Row>> take(Reading db, List<String> hosts, Instant now, int limit) {
    return WAITING.take(db, hosts, now, limit);
  }

  Optional<Instant> nextDue(Reading db, String host) {
    return db.query("SELECT min(due_at) FROM inbox_queue WHERE host = :host")
        .bind("host", host)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Those of them that were still there; each row has its effect only with its removal. */
  Set<Long> remove(Tx tx, Collection<Long> ids) {
    if (ids.isEmpty()) return Set.of();
    return tx.query("DELETE FROM inbox_queue WHERE id IN (<ids>) RETURNING id")
        .bindList("ids", Padded.of(ids))
        .mapTo(Long.class)
        .set();
  }

  void postpone(Tx tx, Row row, Instant due) {
    tx.update("UPDATE inbox_queue SET due_at = :due, attempts = attempts + 1 WHERE id = :id")
        .bind("due", due)
        .bind("id", row.id())
        .execute();
  }

  Set<Iri> seen(Reading db, Collection<Iri> iris) {
    if (iris.isEmpty()) return Set.of();
    return db.query("SELECT iri FROM seen_activities WHERE iri IN (<iris>)")
        .bindList("iris", Padded.of(iris))
        .mapTo(Iri.class)
        .set();
  }

  /** Those that were not seen before. */
  Set<Iri> markSeen(Tx tx, List<Iri> activities, Instant now) {
    Set<Iri> news = new HashSet<>();
    if (activities.isEmpty()) return news;
    PreparedBatch batch =
        tx.batch(
            """
            INSERT INTO seen_activities (iri, seen_at) VALUES (:iri, :now)
            ON CONFLICT DO NOTHING\
            """);
    for (Iri activity : activities) batch.bind("iri", activity).bind("now", now).add();
    int[] added = batch.execute();
    for (int i = 0; i < added.length; i++) if (added[i] == 1) news.add(activities.get(i));
    return news;
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
