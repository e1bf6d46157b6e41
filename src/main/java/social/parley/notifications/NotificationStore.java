package social.parley.notifications;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code notifications}, one by one; {@link NotificationLists} reads many. */
final class NotificationStore {
  /** The parameter {@code :me} is whoever has been told. */
  static final String COLUMNS =
      """
      n.id, n.recipient_id, n.type, n.actor_id, n.post_id, n.subject_id, n.emoji, n.emoji_url,
      n.group_key, n.filtered, n.created_at, (n.seen OR n.id <= COALESCE((
        SELECT m.last_read_id FROM markers m
        WHERE m.recipient_id = :me AND m.timeline = 'notifications'), 0)) AS seen\
      """;

  private static final String RETURNING = " RETURNING recipient_id";

  private final RecentNotifications recent;

  NotificationStore(RecentNotifications recent) {
    this.recent = recent;
  }

  /** Writes it unless the recipient would not want to hear of this actor; false then. */
  boolean insert(Tx tx, Notification notification) {
    recent.changed(tx, notification.recipientId());
    return tx.update(
                """
                INSERT INTO notifications (id, recipient_id, type, actor_id, post_id, subject_id,
                  emoji, emoji_url, group_key, filtered, seen, created_at)
                SELECT :id, a.id, :type, :actorId, CAST(:postId AS BIGINT),
                  CAST(:subjectId AS BIGINT), :emoji, CAST(:emojiUrl AS TEXT),
                  CAST(:groupKey AS TEXT), :filtered, :seen, :createdAt FROM actors a
                WHERE a.id = :recipientId AND a.local AND a.deleted_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.actor_id = a.id
                    AND m.target_id = :actorId AND m.hide_notifications
                    AND (m.until IS NULL OR m.until > :createdAt))
                  AND NOT EXISTS (SELECT 1 FROM blocks b
                    WHERE (b.actor_id = a.id AND b.target_id = :actorId)
                      OR (b.actor_id = :actorId AND b.target_id = a.id))
                  AND NOT EXISTS (SELECT 1 FROM hidden_domains d
                    JOIN actors o ON o.domain = d.domain
                    WHERE d.actor_id = a.id AND o.id = :actorId)
                ON CONFLICT DO NOTHING\
                """,
                notification)
            .execute()
        == 1;
  }

  void remove(
      Tx tx, ActorId recipient, NotificationType type, ActorId actor, @Nullable PostId post) {
    recent.changed(tx, recipient);
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
    recent.changed(tx, recipient);
    tx.update(
            """
            DELETE FROM notifications WHERE recipient_id = :recipient
              AND actor_id IN (SELECT id FROM actors WHERE domain = :domain)\
            """)
        .bind("recipient", recipient)
        .bind("domain", domain)
        .execute();
  }

  /** Removes what somebody's deed on a post was told as, whoever was told. */
  void remove(Tx tx, NotificationType type, ActorId actor, PostId post, @Nullable String emoji) {
    Query delete =
        tx.query(
                "DELETE FROM notifications"
                    + " WHERE post_id = :post AND type = :type AND actor_id = :actor"
                    + (emoji == null ? "" : " AND emoji = :emoji")
                    + RETURNING)
            .bind("post", post)
            .bind("type", type)
            .bind("actor", actor);
    forget(tx, emoji == null ? delete : delete.bind("emoji", emoji));
  }

  void removeSubject(Tx tx, NotificationType type, long subject) {
    forget(
        tx,
        tx.query(
                "DELETE FROM notifications WHERE subject_id = :subject AND type = :type"
                    + RETURNING)
            .bind("subject", subject)
            .bind("type", type));
  }

  void removeSubject(Tx tx, ActorId recipient, NotificationType type, long subject) {
    recent.changed(tx, recipient);
    tx.update(
            """
            DELETE FROM notifications
            WHERE subject_id = :subject AND type = :type AND recipient_id = :recipient\
            """)
        .bind("subject", subject)
        .bind("type", type)
        .bind("recipient", recipient)
        .execute();
  }

  /** Everything that one person was told of another. */
  void removeAll(Tx tx, ActorId recipient, ActorId actor) {
    recent.changed(tx, recipient);
    tx.update("DELETE FROM notifications WHERE recipient_id = :recipient AND actor_id = :actor")
        .bind("recipient", recipient)
        .bind("actor", actor)
        .execute();
  }

  /** Everything that anybody was told of one. */
  void removeAll(Tx tx, ActorId actor) {
    forget(
        tx,
        tx.query("DELETE FROM notifications WHERE actor_id = :actor" + RETURNING)
            .bind("actor", actor));
  }

  /** Everything that anybody was told of a post. */
  void removeAll(Tx tx, PostId post) {
    forget(
        tx,
        tx.query("DELETE FROM notifications WHERE post_id = :post" + RETURNING).bind("post", post));
  }

  private void forget(Tx tx, Query deleting) {
    for (ActorId recipient : new HashSet<>(deleting.mapTo(ActorId.class).list()))
      recent.changed(tx, recipient);
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

  Optional<Notification> find(Reading db, ActorId me, long id) {
    return db.query(
            "SELECT " + COLUMNS + " FROM notifications n WHERE n.recipient_id = :me AND n.id = :id")
        .bind("me", me)
        .bind("id", id)
        .mapTo(Notification.class)
        .findOne();
  }

  /** How many of them there were. */
  int dismiss(Tx tx, ActorId me, Collection<Long> ids) {
    recent.changed(tx, me);
    return tx.update("DELETE FROM notifications WHERE recipient_id = :me AND id IN (<ids>)")
        .bind("me", me)
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .execute();
  }

  void dismissGroup(Tx tx, ActorId me, String key) {
    recent.changed(tx, me);
    tx.update("DELETE FROM notifications WHERE recipient_id = :me AND group_key = :key")
        .bind("me", me)
        .bind("key", key)
        .execute();
  }

  void clear(Tx tx, ActorId me) {
    recent.changed(tx, me);
    tx.update("DELETE FROM notifications WHERE recipient_id = :me").bind("me", me).execute();
  }

  /** False when there is no such one. */
  boolean see(Tx tx, ActorId me, long id) {
    recent.changed(tx, me);
    return tx.update("UPDATE notifications SET seen = TRUE WHERE recipient_id = :me AND id = :id")
            .bind("me", me)
            .bind("id", id)
            .execute()
        == 1;
  }
}
