package social.parley.follows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.follows.FollowStore.Entry;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code blocks} and {@code mutes}. */
final class BlockStore {
  boolean block(Tx tx, long id, ActorId actor, ActorId target, Iri iri, Instant now) {
    return tx.update(
                """
                INSERT INTO blocks (id, actor_id, target_id, iri, created_at)
                VALUES (:id, :actor, :target, :iri, :now) ON CONFLICT DO NOTHING\
                """)
            .bind("id", id)
            .bind("actor", actor)
            .bind("target", target)
            .bind("iri", iri)
            .bind("now", now)
            .execute()
        == 1;
  }

  /** The id under which the block was announced, if there was one. */
  Optional<Iri> unblock(Tx tx, ActorId actor, ActorId target) {
    return tx.query(
            "DELETE FROM blocks WHERE actor_id = :actor AND target_id = :target RETURNING iri")
        .bind("actor", actor)
        .bind("target", target)
        .mapTo(Iri.class)
        .findOne();
  }

  /** Whom the block is against that was announced under this id. */
  Optional<ActorId> target(Reading db, ActorId actor, Iri block) {
    return db.query("SELECT target_id FROM blocks WHERE actor_id = :actor AND iri = :iri")
        .bind("actor", actor)
        .bind("iri", block)
        .mapTo(ActorId.class)
        .findOne();
  }

  boolean blocks(Reading db, ActorId actor, ActorId target) {
    return db.query("SELECT 1 FROM blocks WHERE actor_id = :actor AND target_id = :target")
        .bind("actor", actor)
        .bind("target", target)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  Page<ActorId> blocked(Reading db, ActorId me, Cursor cursor) {
    return page(db, "blocks", "", Map.of(), me, cursor);
  }

  void mute(
      Tx tx,
      long id,
      ActorId actor,
      ActorId target,
      boolean hideNotifications,
      @Nullable Instant until,
      Instant now) {
    tx.update(
            """
            INSERT INTO mutes (id, actor_id, target_id, hide_notifications, until, created_at)
            VALUES (:id, :actor, :target, :hide, :until, :now)
            ON CONFLICT (actor_id, target_id)
            DO UPDATE SET hide_notifications = excluded.hide_notifications, until = excluded.until\
            """)
        .bind("id", id)
        .bind("actor", actor)
        .bind("target", target)
        .bind("hide", hideNotifications)
        .bind("until", until)
        .bind("now", now)
        .execute();
  }

  /** False when there was no mute. */
  boolean unmute(Tx tx, ActorId actor, ActorId target) {
    return tx.update("DELETE FROM mutes WHERE actor_id = :actor AND target_id = :target")
            .bind("actor", actor)
            .bind("target", target)
            .execute()
        == 1;
  }

  Page<ActorId> muted(Reading db, ActorId me, Instant now, Cursor cursor) {
    return page(
        db, "mutes", " AND (until IS NULL OR until > :now)", Map.of("now", now), me, cursor);
  }

  private static Page<ActorId> page(
      Reading db,
      String table,
      String condition,
      Map<String, Instant> bound,
      ActorId me,
      Cursor cursor) {
    String sql =
        "SELECT id, target_id AS actor FROM " + table + " WHERE actor_id = :me" + condition;
    return Entry.page(db.page(sql, "id", cursor).bind("me", me).bindMap(bound), cursor);
  }
}
