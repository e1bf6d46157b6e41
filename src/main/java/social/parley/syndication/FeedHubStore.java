package social.parley.syndication;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code feed_hubs}. */
final class FeedHubStore {
  private static final String SELECT =
      """
      SELECT actor_id, hub, topic, callback_key, secret, wanted, asked_at, expires_at
      FROM feed_hubs WHERE \
      """;

  /** Whether we want to be told, when we asked for it last, and until when we are. */
  record Row(
      ActorId actorId,
      Iri hub,
      Iri topic,
      String callbackKey,
      String secret,
      boolean wanted,
      @Nullable Instant askedAt,
      @Nullable Instant expiresAt) {
    boolean isToldUntil(Instant time) {
      return wanted && expiresAt != null && expiresAt.isAfter(time);
    }

    /** The secret is nobody's business, not even in log lines. */
    @Override
    public String toString() {
      return "FeedHub[" + actorId + "]";
    }
  }

  Optional<Row> find(Reading db, ActorId actor) {
    return db.query(SELECT + "actor_id = :actor").bind("actor", actor).mapTo(Row.class).findOne();
  }

  Optional<Row> byKey(Reading db, String key) {
    return db.query(SELECT + "callback_key = :key").bind("key", key).mapTo(Row.class).findOne();
  }

  /** Another hub or topic knows nothing of what was agreed with the one before. */
  void put(Tx tx, Row row) {
    tx.update(
            """
            INSERT INTO feed_hubs (actor_id, hub, topic, callback_key, secret, wanted, asked_at,
              expires_at)
            VALUES (:actorId, :hub, :topic, :callbackKey, :secret, :wanted, :askedAt, :expiresAt)
            ON CONFLICT (actor_id) DO UPDATE SET hub = excluded.hub, topic = excluded.topic,
              callback_key = excluded.callback_key, secret = excluded.secret,
              wanted = excluded.wanted, asked_at = excluded.asked_at,
              expires_at = excluded.expires_at\
            """,
            row)
        .execute();
  }

  void delete(Tx tx, ActorId actor) {
    tx.update("DELETE FROM feed_hubs WHERE actor_id = :actor").bind("actor", actor).execute();
  }

  void asked(Tx tx, ActorId actor, Instant now) {
    tx.update("UPDATE feed_hubs SET wanted = TRUE, asked_at = :now WHERE actor_id = :actor")
        .bind("now", now)
        .bind("actor", actor)
        .execute();
  }

  void left(Tx tx, ActorId actor) {
    tx.update(
            """
            UPDATE feed_hubs SET wanted = FALSE, asked_at = NULL, expires_at = NULL
            WHERE actor_id = :actor\
            """)
        .bind("actor", actor)
        .execute();
  }

  void promised(Tx tx, ActorId actor, @Nullable Instant until) {
    tx.update("UPDATE feed_hubs SET expires_at = :until WHERE actor_id = :actor")
        .bind("until", until)
        .bind("actor", actor)
        .execute();
  }
}
