package social.parley.notifications;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code notification_requests}, and the notifications behind them. */
final class RequestStore {
  /** Requests of people who are there and of whose notifications any is left. */
  private static final String OPEN =
      """
      r.recipient_id = :me
        AND EXISTS (SELECT 1 FROM notifications n WHERE n.recipient_id = r.recipient_id
          AND n.actor_id = r.actor_id AND n.filtered)
        AND NOT EXISTS (SELECT 1 FROM actors s WHERE s.id = r.actor_id
          AND (s.deleted_at IS NOT NULL OR s.standing = 'suspended'))\
      """;

  private static final String SELECT =
      """
      SELECT r.id, r.actor_id, r.created_at, r.updated_at,
        (SELECT count(*) FROM notifications n WHERE n.recipient_id = r.recipient_id
          AND n.actor_id = r.actor_id AND n.filtered) AS count,
        (SELECT max(n.post_id) FROM notifications n WHERE n.recipient_id = r.recipient_id
          AND n.actor_id = r.actor_id AND n.filtered) AS last_post_id
      FROM notification_requests r WHERE \
      """;

  /** How many people, and how many notifications, wait. */
  record Waiting(long requests, long notifications) {}

  private final RecentNotifications recent;

  RequestStore(RecentNotifications recent) {
    this.recent = recent;
  }

  void note(Tx tx, long id, ActorId me, ActorId actor, Instant now) {
    tx.update(
            """
            INSERT INTO notification_requests (id, recipient_id, actor_id, created_at, updated_at)
            VALUES (:id, :me, :actor, :now, :now)
            ON CONFLICT (recipient_id, actor_id) DO UPDATE SET updated_at = excluded.updated_at\
            """)
        .bind("id", id)
        .bind("me", me)
        .bind("actor", actor)
        .bind("now", now)
        .execute();
  }

  List<NotificationRequest> page(Reading db, ActorId me, Cursor cursor) {
    return db.query(
            SELECT
                + OPEN
                + " AND r.id < :below AND r.id > :above ORDER BY r.id "
                + (cursor.ascending() ? "ASC" : "DESC")
                + " LIMIT :limit")
        .bind("me", me)
        .bind("below", cursor.below())
        .bind("above", cursor.above())
        .bind("limit", cursor.limit())
        .mapTo(NotificationRequest.class)
        .list();
  }

  Optional<NotificationRequest> find(Reading db, ActorId me, long id) {
    return db.query(SELECT + "r.recipient_id = :me AND r.id = :id")
        .bind("me", me)
        .bind("id", id)
        .mapTo(NotificationRequest.class)
        .findOne();
  }

  List<ActorId> remove(Tx tx, ActorId me, Collection<Long> ids) {
    return tx.query(
            """
            DELETE FROM notification_requests WHERE recipient_id = :me AND id IN (<ids>)
            RETURNING actor_id\
            """)
        .bind("me", me)
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(ActorId.class)
        .list();
  }

  void remove(Tx tx, ActorId me, ActorId actor) {
    tx.update("DELETE FROM notification_requests WHERE recipient_id = :me AND actor_id = :actor")
        .bind("me", me)
        .bind("actor", actor)
        .execute();
  }

  /** The same of all people of a server. */
  void remove(Tx tx, ActorId me, String domain) {
    tx.update(
            """
            DELETE FROM notification_requests WHERE recipient_id = :me
              AND actor_id IN (SELECT id FROM actors WHERE domain = :domain)\
            """)
        .bind("me", me)
        .bind("domain", domain)
        .execute();
  }

  /** Moves what was kept apart in with the rest. */
  void merge(Tx tx, ActorId me, ActorId actor) {
    tx.update(
            """
            UPDATE notifications SET filtered = FALSE
            WHERE recipient_id = :me AND actor_id = :actor AND filtered\
            """)
        .bind("me", me)
        .bind("actor", actor)
        .execute();
    recent.changed(tx, me);
  }

  void discard(Tx tx, ActorId me, ActorId actor) {
    tx.update(
            """
            DELETE FROM notifications
            WHERE recipient_id = :me AND actor_id = :actor AND filtered\
            """)
        .bind("me", me)
        .bind("actor", actor)
        .execute();
  }

  Waiting waiting(Reading db, ActorId me, int limit) {
    return db.query(
            "SELECT (SELECT count(*) FROM (SELECT 1 FROM notification_requests r WHERE "
                + OPEN
                + " LIMIT :limit) people) AS requests,"
                + " (SELECT count(*) FROM (SELECT 1 FROM notifications n"
                + " WHERE n.recipient_id = :me AND n.filtered LIMIT :limit) kept) AS notifications")
        .bind("me", me)
        .bind("limit", limit)
        .mapTo(Waiting.class)
        .one();
  }
}
