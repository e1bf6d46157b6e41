package social.parley.syndication;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code syndicated_feeds}. */
final class FeedStore {
  /** When a feed is read again, if that is planned, and what came with its last answer. */
  record Row(
      ActorId actorId,
      @Nullable String tag,
      @Nullable String modified,
      @Nullable Instant readingAt,
      int failures) {
    Row answered(@Nullable String newTag, @Nullable String newModified) {
      return new Row(actorId, newTag, newModified, readingAt, 0);
    }

    Row failed() {
      return new Row(actorId, tag, modified, readingAt, failures + 1);
    }
  }

  void add(Tx tx, ActorId actor) {
    tx.update(
            """
            INSERT INTO syndicated_feeds (actor_id, tag, modified, reading_at, failures)
            VALUES (:actor, NULL, NULL, NULL, 0) ON CONFLICT DO NOTHING\
            """)
        .bind("actor", actor)
        .execute();
  }

  Optional<Row> find(Reading db, ActorId actor) {
    return db.query(
            """
            SELECT actor_id, tag, modified, reading_at, failures FROM syndicated_feeds
            WHERE actor_id = :actor\
            """)
        .bind("actor", actor)
        .mapTo(Row.class)
        .findOne();
  }

  /**
   * When it is read: then, if that was not planned already; nothing when it is no feed. Waits for
   * whoever is just deciding that it is not read any more.
   */
  Optional<Instant> plan(Tx tx, ActorId actor, Instant time) {
    return tx.query(
            """
            UPDATE syndicated_feeds SET reading_at = coalesce(reading_at, :time)
            WHERE actor_id = :actor RETURNING reading_at\
            """)
        .bind("time", time)
        .bind("actor", actor)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Puts another time in the place of a planned one; false when somebody else has done so. */
  boolean replan(Tx tx, ActorId actor, Instant planned, @Nullable Instant next) {
    return tx.update(
                """
                UPDATE syndicated_feeds SET reading_at = :next
                WHERE actor_id = :actor AND reading_at = :planned\
                """)
            .bind("next", next)
            .bind("planned", planned)
            .bind("actor", actor)
            .execute()
        == 1;
  }

  /** Writes down what came of reading. */
  void answered(Tx tx, Row row) {
    tx.update(
            """
            UPDATE syndicated_feeds
            SET tag = :tag, modified = :modified, failures = :failures
            WHERE actor_id = :actor\
            """)
        .bind("tag", row.tag())
        .bind("modified", row.modified())
        .bind("failures", row.failures())
        .bind("actor", row.actorId())
        .execute();
  }
}
