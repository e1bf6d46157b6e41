package social.parley.notifications;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code notifications}. */
final class NotificationStore {
  private static final String COLUMNS = "id, recipient_id, type, actor_id, post_id, created_at";

  /** Writes it unless the recipient would not want to hear of this actor; false then. */
  boolean insert(Tx tx, Notification notification) {
    return tx.update(
                """
                INSERT INTO notifications (id, recipient_id, type, actor_id, post_id, created_at)
                SELECT :id, a.id, :type, :actor, CAST(:post AS BIGINT), :now FROM actors a
                WHERE a.id = :recipient AND a.local AND a.deleted_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.actor_id = a.id
                    AND m.target_id = :actor AND m.hide_notifications
                    AND (m.until IS NULL OR m.until > :now))
                  AND NOT EXISTS (SELECT 1 FROM blocks b
                    WHERE (b.actor_id = a.id AND b.target_id = :actor)
                      OR (b.actor_id = :actor AND b.target_id = a.id))
                  AND NOT EXISTS (SELECT 1 FROM hidden_domains d
                    JOIN actors o ON o.domain = d.domain
                    WHERE d.actor_id = a.id AND o.id = :actor)
                ON CONFLICT DO NOTHING\
                """)
            .bind("id", notification.id())
            .bind("recipient", notification.recipientId())
            .bind("type", notification.type())
            .bind("actor", notification.actorId())
            .bind("post", notification.postId())
            .bind("now", notification.createdAt())
            .execute()
        == 1;
  }

  void remove(
      Tx tx, ActorId recipient, NotificationType type, ActorId actor, @Nullable PostId post) {
    var delete =
        tx.update(
                "DELETE FROM notifications WHERE recipient_id = :recipient AND type = :type"
                    + " AND actor_id = :actor AND post_id "
                    + (post == null ? "IS NULL" : "= :post"))
            .bind("recipient", recipient)
            .bind("type", type)
            .bind("actor", actor);
    if (post != null) delete.bind("post", post);
    delete.execute();
  }

  /** Takes away what somebody was told about the people of a server. */
  void forget(Tx tx, ActorId recipient, String domain) {
    tx.update(
            """
            DELETE FROM notifications WHERE recipient_id = :recipient
              AND actor_id IN (SELECT id FROM actors WHERE domain = :domain)\
            """)
        .bind("recipient", recipient)
        .bind("domain", domain)
        .execute();
  }

  /** Local followers who asked to hear of everything this author writes. */
  List<ActorId> subscribers(Reading db, ActorId author) {
    return db.query(
            """
            SELECT follower_id FROM follows WHERE followed_id = :author AND state = 'accepted'
              AND follower_local = TRUE AND notifying\
            """)
        .bind("author", author)
        .mapTo(ActorId.class)
        .list();
  }

  List<ActorId> localBoosters(Reading db, PostId post) {
    return db.query("SELECT author_id FROM posts WHERE boost_of = :post AND local")
        .bind("post", post)
        .mapTo(ActorId.class)
        .list();
  }

  List<Notification> page(Reading db, ActorId me, NotificationFilter filter, Cursor cursor) {
    Collection<String> types =
        filter.wanted().stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
    ActorId from = filter.from();
    Query query =
        db.query(
                "SELECT "
                    + COLUMNS
                    + " FROM notifications WHERE recipient_id = :me AND id < :below AND id > :above"
                    + " AND type IN (<types>)"
                    + (from == null ? "" : " AND actor_id = :from")
                    + " ORDER BY id "
                    + (cursor.ascending() ? "ASC" : "DESC")
                    + " LIMIT :limit")
            .bind("me", me)
            .bind("below", cursor.below())
            .bind("above", cursor.above())
            .bind("limit", cursor.limit())
            .bindList(EmptyHandling.NULL_KEYWORD, "types", List.copyOf(types));
    if (from != null) query.bind("from", from);
    return query.mapTo(Notification.class).list();
  }

  Optional<Notification> find(Reading db, ActorId me, long id) {
    return db.query(
            "SELECT " + COLUMNS + " FROM notifications WHERE recipient_id = :me AND id = :id")
        .bind("me", me)
        .bind("id", id)
        .mapTo(Notification.class)
        .findOne();
  }

  /** How many are newer than an id, counted no further than the limit. */
  long count(Reading db, ActorId me, long above, int limit) {
    return db.query(
            """
            SELECT count(*) FROM (SELECT 1 FROM notifications
              WHERE recipient_id = :me AND id > :above LIMIT :limit) newer\
            """)
        .bind("me", me)
        .bind("above", above)
        .bind("limit", limit)
        .mapTo(long.class)
        .one();
  }

  /** False when there is no such one. */
  boolean dismiss(Tx tx, ActorId me, long id) {
    return tx.update("DELETE FROM notifications WHERE recipient_id = :me AND id = :id")
            .bind("me", me)
            .bind("id", id)
            .execute()
        == 1;
  }

  void clear(Tx tx, ActorId me) {
    tx.update("DELETE FROM notifications WHERE recipient_id = :me").bind("me", me).execute();
  }
}
