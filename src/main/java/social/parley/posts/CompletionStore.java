package social.parley.posts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code completions}. */
final class CompletionStore {
  record Row(long id, Instant startedAt, @Nullable Instant finishedAt, int found) {
    Completion completion() {
      return new Completion(id, finishedAt != null, found);
    }
  }

  Optional<Row> of(Reading db, Iri subject) {
    return db.query(
            """
            SELECT id, started_at, finished_at, found FROM completions
            WHERE subject = :subject\
            """)
        .bind("subject", subject)
        .mapTo(Row.class)
        .findOne();
  }

  Optional<Row> find(Reading db, long id) {
    return db.query("SELECT id, started_at, finished_at, found FROM completions WHERE id = :id")
        .bind("id", id)
        .mapTo(Row.class)
        .findOne();
  }

  /** False when one was begun after that time, perhaps just now. */
  boolean begin(Tx tx, long id, Iri subject, Instant now, Instant before) {
    return tx.update(
                """
                INSERT INTO completions (id, subject, started_at, finished_at, found)
                VALUES (:id, :subject, :now, NULL, 0)
                ON CONFLICT (subject) DO UPDATE SET id = excluded.id,
                  started_at = excluded.started_at, finished_at = NULL, found = 0
                  WHERE completions.started_at <= :before\
                """)
            .bind("id", id)
            .bind("subject", subject)
            .bind("now", now)
            .bind("before", before)
            .execute()
        == 1;
  }

  /** How many there are so far. */
  void found(Tx tx, long id, int found) {
    tx.update("UPDATE completions SET found = :found WHERE id = :id")
        .bind("found", found)
        .bind("id", id)
        .execute();
  }

  void finish(Tx tx, long id, Instant now) {
    tx.update("UPDATE completions SET finished_at = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  void forget(Tx tx, Instant before) {
    tx.update("DELETE FROM completions WHERE started_at < :before")
        .bind("before", before)
        .execute();
  }
}
