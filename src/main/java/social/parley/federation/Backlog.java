package social.parley.federation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.storage.Database;

/** What waits to be taken in or sent out, host by host, for those who run the server. */
public final class Backlog {
  private final Database database;

  public Backlog(Database database) {
    this.database = database;
  }

  /** A host with something in a queue, or one that fails. */
  public record Waiting(
      String host,
      long incoming,
      long outgoing,
      int failures,
      @Nullable Instant nextAttemptAt,
      boolean givenUp,
      @Nullable String reason) {}

  /** The hosts that matter just now, those with most to do first. */
  public List<Waiting> hosts(int limit) {
    return database.read(db ->
        db.query(
                """
                SELECT h.host, sum(h.incoming) AS incoming, sum(h.outgoing) AS outgoing,
                  coalesce(f.failures, 0) AS failures, f.next_attempt_at,
                  coalesce(f.given_up, FALSE) AS given_up, f.reason
                FROM (
                  SELECT host, count(*) AS incoming, 0 AS outgoing FROM inbox_queue GROUP BY host
                  UNION ALL
                  SELECT host, 0, count(*) FROM deliveries GROUP BY host
                  UNION ALL
                  SELECT host, 0, 0 FROM failing_hosts) h
                LEFT JOIN failing_hosts f ON f.host = h.host
                GROUP BY h.host, f.failures, f.next_attempt_at, f.given_up, f.reason
                ORDER BY sum(h.incoming) + sum(h.outgoing) DESC, h.host LIMIT :limit\
                """)
            .bind("limit", limit)
            .mapTo(Waiting.class)
            .list());
  }

  /** Whether nothing waits at all. */
  public boolean isEmpty() {
    return database.read(db ->
        db.query(
                """
                SELECT NOT EXISTS (SELECT 1 FROM inbox_queue)
                  AND NOT EXISTS (SELECT 1 FROM deliveries)\
                """)
            .mapTo(boolean.class)
            .one());
  }

  /** What came in and was turned away, latest first. */
  public List<Refusal> refusals(int limit) {
    return database.read(db -> new InboxStore().refusals(db, limit));
  }

  /** How many servers are known. */
  public long knownServers() {
    return database.read(db ->
        db.query("SELECT count(DISTINCT domain) FROM actors WHERE NOT local")
            .mapTo(long.class)
            .one());
  }
}
