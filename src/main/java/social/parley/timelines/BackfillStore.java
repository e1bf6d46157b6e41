package social.parley.timelines;

import java.time.Instant;
import social.parley.core.ActorId;
import social.parley.follows.Wanted;
import social.parley.lists.PersonalList;
import social.parley.storage.Tx;

/** Puts what was there before somebody became a reader on their homes and lists. */
final class BackfillStore {
  /** How far back somebody's posts are looked through for those that a list shows. */
  private static final int LOOKED_AT = 400;

  /** The same for a hashtag and a home. */
  private static final int TAGGED_LOOKED_AT = 200;

  /** Puts somebody's latest posts on the home of a new follower. */
  void home(Tx tx, ActorId owner, ActorId author, Instant now, int limit) {
    tx.update(
            """
            INSERT INTO home_entries (actor_id, post_id)
            SELECT :owner, id FROM (SELECT id FROM posts WHERE author_id = :author
              AND reach IN ('public', 'quiet', 'followers') AND boost_of IS NULL
              AND (in_reply_to_author IS NULL OR in_reply_to_author = :author)
              ORDER BY id DESC LIMIT :limit) latest WHERE \
            """
                + Wanted.sql(":owner", ":author")
                + Readership.NOT_EXCLUSIVE.replace("#reader", ":owner")
                + " ON CONFLICT DO NOTHING")
        .bind("owner", owner)
        .bind("author", author)
        .bind("now", now)
        .bind("limit", limit)
        .execute();
  }

  /** Puts the latest posts of a new member on a list. */
  void list(Tx tx, PersonalList list, ActorId member, Instant now, int limit) {
    String sql =
        """
        INSERT INTO list_entries (list_id, post_id)
        SELECT :list, id FROM (SELECT written.id FROM (SELECT * FROM posts WHERE author_id = :member
            ORDER BY id DESC LIMIT :lookedAt) written JOIN lists l ON l.id = :list
          WHERE written.reach IN ('public', 'quiet', 'followers') AND written.boost_of IS NULL
            AND (l.owner_id = :member OR EXISTS (SELECT 1 FROM follows f
              WHERE f.follower_id = l.owner_id AND f.followed_id = :member
                AND f.state = 'accepted'))
            AND #wanted
            AND (written.in_reply_to_author IS NULL OR written.in_reply_to_author = :member OR #answers)
          ORDER BY written.id DESC LIMIT :limit) latest WHERE TRUE
        ON CONFLICT DO NOTHING\
        """;
    String answers = Readership.SHOWS_ANSWERS.replace("#to", "written.in_reply_to_author");
    tx.update(
            sql.replace("#wanted", Wanted.sql("l.owner_id", ":member"))
                .replace("#answers", answers))
        .bind("list", list.id())
        .bind("member", member)
        .bind("now", now)
        .bind("lookedAt", LOOKED_AT)
        .bind("limit", limit)
        .execute();
  }

  /** Puts the latest posts with a hashtag on the home of somebody who follows it now. */
  void tag(Tx tx, ActorId owner, String tag, Instant now, int limit) {
    tx.update(
            """
            INSERT INTO home_entries (actor_id, post_id)
            SELECT :owner, id FROM (SELECT p.id FROM (SELECT post_id FROM post_tags
                WHERE tag = :tag ORDER BY post_id DESC LIMIT :lookedAt) tagged
              JOIN posts p ON p.id = tagged.post_id
              WHERE p.reach = 'public' AND p.boost_of IS NULL
                AND EXISTS (SELECT 1 FROM actors a WHERE a.id = p.author_id AND a.standing = 'ok')
                AND \
            """
                + Wanted.sql(":owner", "p.author_id")
                + Readership.NOT_EXCLUSIVE
                    .replace("#reader", ":owner")
                    .replace(":author", "p.author_id")
                + " ORDER BY p.id DESC LIMIT :limit) latest WHERE TRUE ON CONFLICT DO NOTHING")
        .bind("owner", owner)
        .bind("tag", tag)
        .bind("now", now)
        .bind("lookedAt", TAGGED_LOOKED_AT)
        .bind("limit", limit)
        .execute();
  }

  /** Takes off a home what is there for a hashtag alone. */
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
