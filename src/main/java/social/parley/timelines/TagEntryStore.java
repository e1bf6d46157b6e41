package social.parley.timelines;

import java.time.Instant;
import social.parley.core.ActorId;
import social.parley.follows.Wanted;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code home_entries} that are there for the sake of a hashtag. */
final class TagEntryStore {
  /** How far back a hashtag is looked through for what a home may show. */
  private static final int LOOKED_AT = 200;

  private static final String LISTED =
      " AND EXISTS (SELECT 1 FROM actors a WHERE a.id = #author AND a.standing = 'ok')";

  /** Writes the post on the homes of some who follow a hashtag: those who did so after that. */
  Chunk add(Tx tx, Delivery delivery, String tag, long after, int limit) {
    Chunk chunk = chunk(tx, tag, after, limit);
    if (chunk.last() == 0) return chunk;
    String sql =
        """
        INSERT INTO home_entries (actor_id, post_id) SELECT t.actor_id, :post FROM tag_follows t
        WHERE t.tag = :tag AND t.id > :after AND t.id <= :last
          AND NOT EXISTS (SELECT 1 FROM blocks k WHERE k.actor_id = :author
            AND k.target_id = t.actor_id)\
        """
            + LISTED.replace("#author", ":author")
            + delivery.reaches("t.actor_id")
            + HomeStore.NOT_EXCLUSIVE.replace("#reader", "t.actor_id")
            + " ON CONFLICT DO NOTHING";
    delivery
        .bind(tx.update(sql))
        .bind("tag", tag)
        .bind("after", after)
        .bind("last", chunk.last())
        .execute();
    return chunk;
  }

  private static Chunk chunk(Reading db, String tag, long after, int limit) {
    return db.query(
            """
            SELECT coalesce(max(id), 0), count(*) FROM (SELECT id FROM tag_follows
              WHERE tag = :tag AND id > :after ORDER BY id LIMIT :limit) chunk\
            """)
        .bind("tag", tag)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> new Chunk(row.getLong(1), row.getInt(2) == limit))
        .one();
  }

  /** Puts the latest posts with a hashtag on the home of a new follower. */
  void backfill(Tx tx, ActorId owner, String tag, Instant now, int limit) {
    tx.update(
            """
            INSERT INTO home_entries (actor_id, post_id)
            SELECT :owner, id FROM (SELECT p.id FROM (SELECT post_id FROM post_tags
                WHERE tag = :tag ORDER BY post_id DESC LIMIT :lookedAt) tagged
              JOIN posts p ON p.id = tagged.post_id
              WHERE p.reach = 'public' AND p.boost_of IS NULL AND\
            """
                + Wanted.sql(":owner", "p.author_id")
                + LISTED.replace("#author", "p.author_id")
                + HomeStore.NOT_EXCLUSIVE
                    .replace("#reader", ":owner")
                    .replace(":author", "p.author_id")
                + " ORDER BY p.id DESC LIMIT :limit) latest WHERE TRUE ON CONFLICT DO NOTHING")
        .bind("owner", owner)
        .bind("tag", tag)
        .bind("now", now)
        .bind("lookedAt", LOOKED_AT)
        .bind("limit", limit)
        .execute();
  }

  /** Takes off a home what is there for this hashtag alone. */
  void leave(Tx tx, ActorId owner, String tag) {
    tx.update(
            """
            DELETE FROM home_entries WHERE actor_id = :owner AND post_id IN (
              SELECT h.post_id FROM home_entries h
              JOIN post_tags g ON g.post_id = h.post_id AND g.tag = :tag
              JOIN posts p ON p.id = h.post_id
              WHERE h.actor_id = :owner AND p.author_id <> :owner
                AND NOT EXISTS (SELECT 1 FROM follows f WHERE f.follower_id = :owner
                  AND f.followed_id = p.author_id AND f.state = 'accepted')
                AND NOT EXISTS (SELECT 1 FROM post_tags o JOIN tag_follows t ON t.tag = o.tag
                  WHERE o.post_id = p.id AND t.actor_id = :owner))\
            """)
        .bind("owner", owner)
        .bind("tag", tag)
        .execute();
  }
}
