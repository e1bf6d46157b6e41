package social.parley.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The queue of what came in, the ids already seen, and what was refused. */
final class InboxStore {
  private static final int KEPT_REFUSALS = 1_000;

  private static final HostRows<Weighed> WAITING =
      new HostRows<>(
          "inbox_queue",
          "id, length(body) AS bytes",
          "id",
          (row, context) -> new Weighed(row.getLong(2), row.getInt(3)));

  private record Weighed(long id, int bytes) {}

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

  /** The oldest rows of a host that are due, and whether more of them are. */
  record Taken(List<Row> rows, boolean more) {}

  /** At most so many rows of each host, and no more bytes unless one row alone has more. */
  List<Taken> take(Reading db, List<String> hosts, Instant now, int limit, int bytes) {
    List<List<Weighed>> due = WAITING.take(db, hosts, now, limit);
    List<List<Long>> chosen = due.stream().map(rows -> chosen(rows, bytes)).toList();
    Map<Long, Row> rows = rows(db, chosen.stream().flatMap(List::stream).toList());
    List<Taken> taken = new ArrayList<>();
    for (int host = 0; host < chosen.size(); host++)
      taken.add(
          new Taken(
              chosen.get(host).stream().map(rows::get).filter(Objects::nonNull).toList(),
              due.get(host).size() == limit || chosen.get(host).size() < due.get(host).size()));
    return taken;
  }

  private static List<Long> chosen(List<Weighed> rows, int bytes) {
    List<Long> ids = new ArrayList<>();
    int sum = 0;
    for (Weighed row : rows) {
      sum += row.bytes();
      if (sum > bytes && !ids.isEmpty()) break;
      ids.add(row.id());
    }
    return ids;
  }

  private static Map<Long, Row> rows(Reading db, List<Long> ids) {
    if (ids.isEmpty()) return Map.of();
    return db
        .query(
            """
            SELECT id, host, signer_id, body, received_at, due_at, attempts
            FROM inbox_queue WHERE id IN (<ids>)\
            """)
        .bindList("ids", Padded.of(ids))
        .mapTo(Row.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Row::id, row -> row));
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
