package social.parley.federation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.storage.Database;

/**
 * What waits to be taken in or sent out, host by host, for those who run the server, and their
 * decisions about it; a running server takes those over within a minute.
 */
public final class Backlog {
  private final Database database;
  private final InstantSource clock;

  public Backlog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A host with something in a queue, one that fails, or one that was reached lately. */
  public record Waiting(
      String host,
      long incoming,
      long outgoing,
      @Nullable Instant reachedAt,
      int failures,
      @Nullable Instant nextAttemptAt,
      boolean givenUp,
      boolean stopped,
      @Nullable String reason) {}

  /** The hosts that matter just now, those with most to do first, then those that fail. */
  public List<Waiting> hosts(int limit) {
    return database.read(db ->
        db.query(
                """
                SELECT h.host, sum(h.incoming) AS incoming, sum(h.outgoing) AS outgoing,
                  r.reached_at, coalesce(f.failures, 0) AS failures, f.next_attempt_at,
                  coalesce(f.given_up, FALSE) AS given_up, coalesce(f.stopped, FALSE) AS stopped,
                  f.reason
                FROM (
                  SELECT host, count(*) AS incoming, 0 AS outgoing FROM inbox_queue GROUP BY host
                  UNION ALL
                  SELECT host, 0, count(*) FROM deliveries GROUP BY host
                  UNION ALL
                  SELECT host, 0, 0 FROM failing_hosts
                  UNION ALL
                  SELECT host, 0, 0 FROM reached_hosts) h
                LEFT JOIN failing_hosts f ON f.host = h.host
                LEFT JOIN reached_hosts r ON r.host = h.host
                GROUP BY h.host, r.reached_at, f.failures, f.next_attempt_at, f.given_up,
                  f.stopped, f.reason
                ORDER BY sum(h.incoming) + sum(h.outgoing) DESC,
                  CASE WHEN f.reason IS NULL THEN 1 ELSE 0 END, r.reached_at DESC, h.host
                LIMIT :limit\
                """)
            .bind("limit", limit)
            .mapTo(Waiting.class)
            .list());
  }

  /** Lets a host be tried at once, whatever came of it before; false when it does not fail. */
  public boolean retry(String host) {
    return database.write(tx -> {
      tx.update("UPDATE deliveries SET due_at = :now WHERE host = :host AND due_at > :now")
          .bind("now", clock.instant())
          .bind("host", host)
          .execute();
      return tx.update("DELETE FROM failing_hosts WHERE host = :host").bind("host", host).execute()
          == 1;
    });
  }

  /** Sends nothing more to a host, and forgets what waits for it, until it is retried. */
  public void stop(String host) {
    database.run(tx ->
        tx.update(
                """
                INSERT INTO failing_hosts
                  (host, failures, failing_since, next_attempt_at, given_up, stopped, reason)
                VALUES (:host, 0, :now, :now, TRUE, TRUE, 'stopped by the staff')
                ON CONFLICT (host) DO UPDATE SET stopped = TRUE\
                """)
            .bind("host", host)
            .bind("now", clock.instant())
            .execute());
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
