package social.parley.notifications;

import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code notification_policies} and {@code notification_permissions}. */
final class PolicyStore {
  NotificationPolicy of(Reading db, ActorId me) {
    return db.query(
            """
            SELECT for_not_following, for_not_followers, for_new_accounts, for_private_mentions,
              for_limited_accounts, for_bots
            FROM notification_policies WHERE recipient_id = :me\
            """)
        .bind("me", me)
        .mapTo(NotificationPolicy.class)
        .findOne()
        .orElse(NotificationPolicy.USUAL);
  }

  void save(Tx tx, ActorId me, NotificationPolicy policy) {
    tx.update(
            """
            INSERT INTO notification_policies (recipient_id, for_not_following, for_not_followers,
              for_new_accounts, for_private_mentions, for_limited_accounts, for_bots)
            VALUES (:me, :forNotFollowing, :forNotFollowers, :forNewAccounts, :forPrivateMentions,
              :forLimitedAccounts, :forBots)
            ON CONFLICT (recipient_id) DO UPDATE SET
              for_not_following = excluded.for_not_following,
              for_not_followers = excluded.for_not_followers,
              for_new_accounts = excluded.for_new_accounts,
              for_private_mentions = excluded.for_private_mentions,
              for_limited_accounts = excluded.for_limited_accounts,
              for_bots = excluded.for_bots\
            """,
            policy)
        .bind("me", me)
        .execute();
  }

  void permit(Tx tx, ActorId me, ActorId actor) {
    tx.update(
            """
            INSERT INTO notification_permissions (recipient_id, actor_id) VALUES (:me, :actor)
            ON CONFLICT DO NOTHING\
            """)
        .bind("me", me)
        .bind("actor", actor)
        .execute();
  }

  void forbid(Tx tx, ActorId me, ActorId actor) {
    tx.update(
            """
            DELETE FROM notification_permissions
            WHERE recipient_id = :me AND actor_id = :actor\
            """)
        .bind("me", me)
        .bind("actor", actor)
        .execute();
  }

  Sender sender(Reading db, ActorId me, ActorId actor) {
    return db.query(
            """
            SELECT s.bot, s.standing, s.created_at,
              EXISTS (SELECT 1 FROM notification_permissions t
                WHERE t.recipient_id = :me AND t.actor_id = s.id) AS permitted,
              EXISTS (SELECT 1 FROM follows f WHERE f.follower_id = :me
                AND f.followed_id = s.id AND f.state = 'accepted') AS following,
              (SELECT f.created_at FROM follows f WHERE f.follower_id = s.id
                AND f.followed_id = :me AND f.state = 'accepted') AS follower_since,
              p.for_not_following, p.for_not_followers, p.for_new_accounts,
              p.for_private_mentions, p.for_limited_accounts, p.for_bots
            FROM actors s LEFT JOIN notification_policies p ON p.recipient_id = :me
            WHERE s.id = :actor\
            """)
        .bind("me", me)
        .bind("actor", actor)
        .mapTo(Sender.class)
        .one();
  }

  /** Whether one has written to the author of this letter, in its thread or in a letter. */
  boolean hasWritten(Reading db, ActorId me, ActorId author, Post letter) {
    PostId root = letter.threadRoot();
    return db.query(
            """
            SELECT 1 FROM post_mentions m JOIN posts p ON p.id = m.post_id
            WHERE m.actor_id = :author AND p.author_id = :me
              AND (p.reach = 'mentioned' OR p.id = :root OR p.thread_root = :root) LIMIT 1\
            """)
        .bind("author", author)
        .bind("me", me)
        .bind("root", root == null ? letter.id() : root)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
