package social.parley.people;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Who might be suggested, and the rows of {@code dismissed_suggestions}. */
final class SuggestionStore {
  /** Of how many people, the latest followed, the friends are looked at. */
  private static final int FRIENDS = 100;

  /** Of how many people who were followed last, and of how many who follow these, too. */
  private static final int LATEST = 10;

  private static final int ALIKE = 200;

  /** Whom those follow whom somebody follows, the most shared first. */
  List<ActorId> friendsOfFriends(Reading db, ActorId me, int most) {
    return db.query(
            """
            SELECT f.followed_id FROM (
                SELECT followed_id FROM follows WHERE follower_id = :me AND state = 'accepted'
                ORDER BY id DESC LIMIT :friends) g
              JOIN actors b ON b.id = g.followed_id AND NOT b.hide_collections
              JOIN follows f ON f.follower_id = g.followed_id AND f.state = 'accepted'
              JOIN actors a ON a.id = f.followed_id AND a.discoverable
            WHERE f.followed_id <> :me AND NOT EXISTS (SELECT 1 FROM follows o
              WHERE o.follower_id = :me AND o.followed_id = f.followed_id)
            GROUP BY f.followed_id ORDER BY count(*) DESC, f.followed_id DESC LIMIT :most\
            """)
        .bind("me", me)
        .bind("friends", FRIENDS)
        .bind("most", most)
        .mapTo(ActorId.class)
        .list();
  }

  /** Whom several of those follow who follow whom somebody has followed last. */
  List<ActorId> similar(Reading db, ActorId me, int most) {
    return db.query(
            """
            SELECT f.followed_id FROM (
                SELECT o.follower_id FROM follows o WHERE o.followed_id IN (
                    SELECT followed_id FROM (SELECT followed_id FROM follows
                      WHERE follower_id = :me AND state = 'accepted'
                      ORDER BY id DESC LIMIT :latest) r)
                  AND o.state = 'accepted' AND o.follower_id <> :me
                ORDER BY o.id DESC LIMIT :alike) s
              JOIN actors b ON b.id = s.follower_id AND NOT b.hide_collections
              JOIN follows f ON f.follower_id = s.follower_id AND f.state = 'accepted'
              JOIN actors a ON a.id = f.followed_id AND a.discoverable
            WHERE f.followed_id <> :me AND NOT EXISTS (SELECT 1 FROM follows o
              WHERE o.follower_id = :me AND o.followed_id = f.followed_id)
            GROUP BY f.followed_id HAVING count(DISTINCT s.follower_id) > 1
            ORDER BY count(DISTINCT s.follower_id) DESC, f.followed_id DESC LIMIT :most\
            """)
        .bind("me", me)
        .bind("latest", LATEST)
        .bind("alike", ALIKE)
        .bind("most", most)
        .mapTo(ActorId.class)
        .list();
  }

  /** Whose public posts since then are answered, passed on and liked most. */
  List<ActorId> mostInteractions(Reading db, Instant since, int most) {
    return db.query(
            """
            SELECT p.author_id FROM posts p JOIN actors a ON a.id = p.author_id AND a.discoverable
            WHERE p.id > :since AND p.reach = 'public' AND p.boost_of IS NULL
            GROUP BY p.author_id HAVING sum(p.replies + p.boosts + p.favourites) > 0
            ORDER BY sum(p.replies + p.boosts + p.favourites) DESC, p.author_id DESC LIMIT :most\
            """)
        .bind("since", Ids.floor(since))
        .bind("most", most)
        .mapTo(ActorId.class)
        .list();
  }

  /** Whom most people of this server follow. */
  List<ActorId> mostFollowed(Reading db, int most) {
    return db.query(
            """
            SELECT f.followed_id FROM follows f
              JOIN actors a ON a.id = f.followed_id AND a.discoverable
            WHERE f.state = 'accepted' AND f.follower_local = TRUE
            GROUP BY f.followed_id ORDER BY count(*) DESC, f.followed_id DESC LIMIT :most\
            """)
        .bind("most", most)
        .mapTo(ActorId.class)
        .list();
  }

  /** Those whom somebody could follow, does not yet, and has nothing against. */
  Set<ActorId> fitting(Reading db, ActorId me, Collection<ActorId> among, Instant now) {
    return new HashSet<>(
        db.query(
                """
                SELECT a.id FROM actors a WHERE a.id IN (<among>) AND a.id <> :me
                  AND a.standing = 'ok' AND a.deleted_at IS NULL AND a.moved_to IS NULL
                  AND a.discoverable AND NOT a.memorial
                  AND NOT EXISTS (SELECT 1 FROM follows f
                    WHERE f.follower_id = :me AND f.followed_id = a.id)
                  AND NOT EXISTS (SELECT 1 FROM dismissed_suggestions s
                    WHERE s.actor_id = :me AND s.target_id = a.id)
                """
                    + "AND "
                    + Unopposed.sql(":me", "a"))
            .bind("me", me)
            .bind("now", now)
            .bindList(EmptyHandling.NULL_KEYWORD, "among", List.copyOf(among))
            .mapTo(ActorId.class)
            .list());
  }

  void forget(Tx tx, ActorId actor) {
    tx.update("DELETE FROM dismissed_suggestions WHERE actor_id = :actor OR target_id = :actor")
        .bind("actor", actor)
        .execute();
  }

  void dismiss(Tx tx, ActorId me, ActorId target) {
    tx.update(
            """
            INSERT INTO dismissed_suggestions (actor_id, target_id) VALUES (:me, :target)
            ON CONFLICT DO NOTHING\
            """)
        .bind("me", me)
        .bind("target", target)
        .execute();
  }
}
