package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Keys that clients give their requests, so that a repeated one makes no second post. */
final class IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(1);

  Optional<PostId> find(Reading db, ActorId actor, String key, Instant now) {
    return db.query(
            """
            SELECT post_id FROM idempotency_keys
            WHERE actor_id = :actor AND key = :key AND created_at > :since\
            """)
        .bind("actor", actor)
        .bind("key", key)
        .bind("since", now.minus(KEPT))
        .mapTo(PostId.class)
        .findOne();
  }

  /** False when another request came first with this key. */
  boolean claim(Tx tx, ActorId actor, String key, PostId post, Instant now) {
    tx.update("DELETE FROM idempotency_keys WHERE created_at <= :before")
        .bind("before", now.minus(KEPT))
        .execute();
    return tx.update(
                """
                INSERT INTO idempotency_keys (actor_id, key, post_id, created_at)
                VALUES (:actor, :key, :post, :now) ON CONFLICT DO NOTHING\
                """)
            .bind("actor", actor)
            .bind("key", key)
            .bind("post", post)
            .bind("now", now)
            .execute()
        == 1;
  }
}
