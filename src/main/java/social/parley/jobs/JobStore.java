package social.parley.jobs;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of jobs. */
final class JobStore {
  /** A job that is to run now; {@code attempts} counts this one. */
  record Job(
      long id,
      String kind,
      String payload,
      Instant dueAt,
      int attempts,
      @Nullable String recurring) {}

  private record NewJob(
      long id, String kind, String payload, Instant dueAt, @Nullable String recurring) {}

  private JobStore() {}

  static void add(Tx tx, long id, String kind, String payload, Instant due) {
    insert(tx, new NewJob(id, kind, payload, due, null));
  }

  /** Adds recurring work unless it is there. */
  static void addRecurring(Tx tx, long id, String kind, Instant due) {
    insert(tx, new NewJob(id, kind, "null", due, kind));
  }

  private static void insert(Tx tx, NewJob job) {
    tx.update(
            """
            INSERT INTO jobs (id, kind, payload, due_at, attempts, recurring)
            VALUES (:id, :kind, :payload, :dueAt, 0, :recurring) ON CONFLICT DO NOTHING\
            """,
            job)
        .execute();
  }

  /**
   * Takes what is due, oldest first. Each is due again at {@code lost}, so that it is not forgotten
   * if this process dies.
   */
  static List<Job> take(Tx tx, Collection<String> kinds, Instant now, Instant lost, int most) {
    String sql =
        """
        WITH due AS MATERIALIZED (
          SELECT id FROM jobs
          WHERE parked_at IS NULL AND due_at <= :now AND kind IN (<kinds>)
          ORDER BY due_at, id LIMIT :most\
        """
            + tx.dialect().skipLocked()
            + """
            )
            UPDATE jobs SET due_at = :lost, attempts = attempts + 1
            WHERE id IN (SELECT id FROM due)
            RETURNING id, kind, payload, due_at, attempts, recurring\
            """;
    return tx
        .query(sql)
        .bind("lost", lost)
        .bind("now", now)
        .bind("most", most)
        .bindList("kinds", List.copyOf(kinds))
        .mapTo(Job.class)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Job::id))
        .toList();
  }

  /** Still at it: not lost before then. */
  static void extend(Tx tx, Collection<Long> ids, Instant lost) {
    tx.update("UPDATE jobs SET due_at = :lost WHERE id IN (<ids>)")
        .bind("lost", lost)
        .bindList("ids", Padded.of(ids))
        .execute();
  }

  static void done(Tx tx, Collection<Long> ids) {
    if (ids.isEmpty()) return;
    tx.update("DELETE FROM jobs WHERE id IN (<ids>)").bindList("ids", Padded.of(ids)).execute();
  }

  static void again(Tx tx, long id, Instant due) {
    tx.update("UPDATE jobs SET due_at = :due, attempts = 0, reason = NULL WHERE id = :id")
        .bind("due", due)
        .bind("id", id)
        .execute();
  }

  static void retry(Tx tx, long id, Instant due, String reason) {
    tx.update("UPDATE jobs SET due_at = :due, reason = :reason WHERE id = :id")
        .bind("due", due)
        .bind("reason", reason)
        .bind("id", id)
        .execute();
  }

  static void park(Tx tx, long id, Instant now, String reason) {
    tx.update("UPDATE jobs SET parked_at = :now, reason = :reason WHERE id = :id")
        .bind("now", now)
        .bind("reason", reason)
        .bind("id", id)
        .execute();
  }

  static boolean unpark(Tx tx, long id, Instant now) {
    return tx.update(
                """
                UPDATE jobs SET parked_at = NULL, reason = NULL, attempts = 0, due_at = :now
                WHERE id = :id AND parked_at IS NOT NULL\
                """)
            .bind("now", now)
            .bind("id", id)
            .execute()
        > 0;
  }

  static boolean discard(Tx tx, long id) {
    return tx.update("DELETE FROM jobs WHERE id = :id AND parked_at IS NOT NULL")
            .bind("id", id)
            .execute()
        > 0;
  }

  static Optional<Instant> nextDue(Reading db, Collection<String> kinds) {
    if (kinds.isEmpty()) return Optional.empty();
    return db.query(
            """
            SELECT due_at FROM jobs WHERE parked_at IS NULL AND kind IN (<kinds>)
            ORDER BY due_at, id LIMIT 1\
            """)
        .bindList("kinds", List.copyOf(kinds))
        .mapTo(Instant.class)
        .findOne();
  }

  static List<ParkedJob> parked(Reading db, int most) {
    return db.query(
            """
            SELECT id, kind, payload, attempts, COALESCE(reason, '') AS reason, parked_at
            FROM jobs WHERE parked_at IS NOT NULL ORDER BY parked_at DESC LIMIT :most\
            """)
        .bind("most", most)
        .mapTo(ParkedJob.class)
        .list();
  }
}
