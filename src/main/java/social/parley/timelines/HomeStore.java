package social.parley.timelines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code home_entries}: one narrow row for each post on each home. */
final class HomeStore {
  /** A boost is left out when its post, or another boost of it, is on the home since this long. */
  private static final Duration BOOST_REPEAT = Duration.ofHours(12);

  /** Posts of the members of somebody's exclusive lists stay off that home. */
  static final String NOT_EXCLUSIVE =
      """
       AND NOT EXISTS (SELECT 1 FROM list_members xm JOIN lists xl ON xl.id = xm.list_id
          WHERE xm.member_id = :author AND xm.owner_id = #reader AND xl.exclusive)
      """;

  private static final String NOT_REPEATED =
      """
        AND NOT EXISTS (SELECT 1 FROM posts q JOIN home_entries h
            ON h.post_id = q.id AND h.actor_id = f.follower_id
          WHERE (q.id = :boosted OR q.boost_of = :boosted) AND q.id > :recent)
      """;

  private static final String KNOWS_OTHER_SIDE =
      """
       AND (f.follower_id = :repliedTo OR EXISTS (SELECT 1 FROM follows g
          WHERE g.follower_id = f.follower_id AND g.followed_id = :repliedTo
            AND g.state = 'accepted'))
      """;

  void add(Tx tx, ActorId owner, PostId post) {
    tx.update(
            """
            INSERT INTO home_entries (actor_id, post_id) VALUES (:owner, :post)
            ON CONFLICT DO NOTHING\
            """)
        .bind("owner", owner)
        .bind("post", post)
        .execute();
  }

  /** Writes the post on the homes of some followers: those whose follow is newer than that. */
  Chunk addForFollowers(Tx tx, Delivery delivery, long after, int limit) {
    Chunk chunk = chunk(tx, delivery.post().author(), after, limit);
    if (chunk.last() == 0) return chunk;
    String sql =
        """
        INSERT INTO home_entries (actor_id, post_id) SELECT f.follower_id, :post FROM follows f
        WHERE f.followed_id = :author AND f.state = 'accepted' AND f.follower_local = TRUE
          AND f.id > :after AND f.id <= :last\
        """
            + Delivery.FOLLOW_WANTS
            + delivery.reaches("f.follower_id")
            + NOT_EXCLUSIVE.replace("#reader", "f.follower_id")
            + (delivery.boosted() == null ? "" : NOT_REPEATED)
            + (delivery.answersOther() ? KNOWS_OTHER_SIDE : "")
            + " ON CONFLICT DO NOTHING";
    delivery
        .bind(tx.update(sql))
        .bind("after", after)
        .bind("last", chunk.last())
        .bind("recent", repeatedSince(delivery.now()))
        .execute();
    return chunk;
  }

  static long repeatedSince(Instant now) {
    return Ids.floor(now.minus(BOOST_REPEAT));
  }

  private static Chunk chunk(Reading db, ActorId author, long after, int limit) {
    return db.query(
            """
            SELECT coalesce(max(id), 0), count(*) FROM (SELECT id FROM follows
              WHERE followed_id = :author AND state = 'accepted' AND follower_local = TRUE
                AND id > :after
              ORDER BY id LIMIT :limit) chunk\
            """)
        .bind("author", author)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> new Chunk(row.getLong(1), row.getInt(2) == limit))
        .one();
  }

  /** Puts somebody's latest posts on the home of a new follower. */
  void backfill(Tx tx, ActorId owner, ActorId author, Instant now, int limit) {
    tx.update(
            """
            INSERT INTO home_entries (actor_id, post_id)
            SELECT :owner, id FROM (SELECT id FROM posts WHERE author_id = :author
              AND reach IN ('public', 'quiet', 'followers') AND boost_of IS NULL
              AND (in_reply_to_author IS NULL OR in_reply_to_author = :author)
              ORDER BY id DESC LIMIT :limit) latest WHERE \
            """
                + Wanted.sql(":owner", ":author")
                + NOT_EXCLUSIVE.replace("#reader", ":owner")
                + " ON CONFLICT DO NOTHING")
        .bind("owner", owner)
        .bind("author", author)
        .bind("now", now)
        .bind("limit", limit)
        .execute();
  }

  /** Takes what somebody wrote and boosted off a home. */
  void leave(Tx tx, ActorId owner, ActorId author) {
    tx.update(
            """
            DELETE FROM home_entries WHERE actor_id = :owner AND post_id IN (
              SELECT h.post_id FROM home_entries h JOIN posts p ON p.id = h.post_id
              WHERE h.actor_id = :owner AND p.author_id = :author)\
            """)
        .bind("owner", owner)
        .bind("author", author)
        .execute();
  }

  /** Takes everything by somebody, boosts of it and what names them off a home. */
  void purge(Tx tx, ActorId owner, ActorId author) {
    tx.update(
            """
            DELETE FROM home_entries WHERE actor_id = :owner AND post_id IN (
              SELECT h.post_id FROM home_entries h JOIN posts p ON p.id = h.post_id
              LEFT JOIN posts o ON o.id = p.boost_of
              WHERE h.actor_id = :owner AND (p.author_id = :author OR o.author_id = :author
                OR EXISTS (SELECT 1 FROM post_mentions pm WHERE pm.actor_id = :author
                  AND pm.post_id = coalesce(o.id, p.id) AND pm.named = TRUE)
                  AND p.author_id <> :owner))\
            """)
        .bind("owner", owner)
        .bind("author", author)
        .execute();
  }

  /** The same for all people of a server. */
  void purge(Tx tx, ActorId owner, String domain) {
    tx.update(
            """
            DELETE FROM home_entries WHERE actor_id = :owner AND post_id IN (
              SELECT h.post_id FROM home_entries h JOIN posts p ON p.id = h.post_id
              JOIN actors a ON a.id = p.author_id
              LEFT JOIN posts o ON o.id = p.boost_of LEFT JOIN actors b ON b.id = o.author_id
              WHERE h.actor_id = :owner AND (a.domain = :domain OR b.domain = :domain))\
            """)
        .bind("owner", owner)
        .bind("domain", domain)
        .execute();
  }

  void remove(Tx tx, Post post) {
    tx.update(
            """
            DELETE FROM home_entries WHERE post_id = :post AND (actor_id = :author
              OR actor_id IN (SELECT follower_id FROM follows
                WHERE followed_id = :author AND follower_local = TRUE)
              OR actor_id IN (SELECT t.actor_id FROM post_tags g
                JOIN tag_follows t ON t.tag = g.tag WHERE g.post_id = :post))\
            """)
        .bind("post", post.id())
        .bind("author", post.author())
        .execute();
  }

  List<PostId> page(Reading db, ActorId owner, HomeFilter filter, Cursor cursor) {
    return db.query(
            "SELECT h.post_id FROM home_entries h"
                + filter.join()
                + " WHERE h.actor_id = :owner AND h.post_id < :below"
                + " AND h.post_id > :above ORDER BY h.post_id "
                + (cursor.ascending() ? "ASC" : "DESC")
                + " LIMIT :limit")
        .bind("owner", owner)
        .bind("below", cursor.below())
        .bind("above", cursor.above())
        .bind("limit", cursor.limit())
        .mapTo(PostId.class)
        .list();
  }

  /** Keeps the newest entries of every home. */
  void trim(Tx tx, int keep) {
    List<ActorId> owners =
        tx.query("SELECT actor_id FROM home_entries GROUP BY actor_id HAVING count(*) > :keep")
            .bind("keep", keep)
            .mapTo(ActorId.class)
            .list();
    for (ActorId owner : owners)
      tx.update(
              """
              DELETE FROM home_entries WHERE actor_id = :owner AND post_id < (
                SELECT min(post_id) FROM (SELECT post_id FROM home_entries
                  WHERE actor_id = :owner ORDER BY post_id DESC LIMIT :keep) kept)\
              """)
          .bind("owner", owner)
          .bind("keep", keep)
          .execute();
  }
}
