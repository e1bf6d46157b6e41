package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Tx;

/**
 * What was deleted before it came, and by whom: whose it is shows only when it comes, and it is
 * then kept out if it belongs to one of those.
 */
final class EarlyDeletes {
  private static final Duration REMEMBERED = Duration.ofHours(12);

  void add(Tx tx, Iri iri, ActorId by, Instant now) {
    tx.update("DELETE FROM early_deletes WHERE expires_at < :now").bind("now", now).execute();
    tx.update(
            """
            INSERT INTO early_deletes (iri, actor_id, expires_at)
            VALUES (:iri, :by, :expires) ON CONFLICT DO NOTHING\
            """)
        .bind("iri", iri)
        .bind("by", by)
        .bind("expires", now.plus(REMEMBERED))
        .execute();
  }

  /** Whoever said so says now that it is there. */
  void forget(Tx tx, Iri iri, ActorId by) {
    tx.update("DELETE FROM early_deletes WHERE iri = :iri AND actor_id = :by")
        .bind("iri", iri)
        .bind("by", by)
        .execute();
  }
}
