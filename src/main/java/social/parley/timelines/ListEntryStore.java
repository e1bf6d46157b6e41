package social.parley.timelines;

import java.time.Instant;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.lists.ListId;
import social.parley.lists.PersonalList;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code list_entries}: one narrow row for each post on each list. */
final class ListEntryStore {
  /** How far back somebody's posts are looked through for those that a list shows. */
  private static final int LOOKED_AT = 400;

  private static final String FOLLOWED =
      """
       AND (m.owner_id = :author OR EXISTS (SELECT 1 FROM follows f
          WHERE f.follower_id = m.owner_id AND f.followed_id = :author AND f.state = 'accepted'\
      """;

  private static final String NOT_REPEATED =
      """
       AND NOT EXISTS (SELECT 1 FROM posts q JOIN list_entries e
            ON e.post_id = q.id AND e.list_id = m.list_id
          WHERE (q.id = :boosted OR q.boost_of = :boosted) AND q.id > :recent)
      """;

  /** What a list's choice of replies says of an answer to this person. */
  private static final String SHOWS_ANSWERS =
      """
      (#to = l.owner_id OR (l.replies = 'followed' AND EXISTS (SELECT 1 FROM follows g
          WHERE g.follower_id = l.owner_id AND g.followed_id = #to AND g.state = 'accepted'))
        OR (l.replies = 'list' AND EXISTS (SELECT 1 FROM list_members o
          WHERE o.list_id = l.id AND o.member_id = #to)))\
      """;

  /** Writes the post on some lists: those that its author joined after that. */
  Chunk addToLists(Tx tx, Delivery delivery, long after, int limit) {
    Chunk chunk = chunk(tx, delivery.post().author(), after, limit);
    if (chunk.last() == 0) return chunk;
    String sql =
        """
        INSERT INTO list_entries (list_id, post_id) SELECT m.list_id, :post
        FROM list_members m JOIN lists l ON l.id = m.list_id
        WHERE m.member_id = :author AND m.id > :after AND m.id <= :last\
        """
            + FOLLOWED
            + Delivery.FOLLOW_WANTS
            + "))"
            + delivery.reaches("m.owner_id")
            + (delivery.boosted() == null ? "" : NOT_REPEATED)
            + (delivery.answersOther() ? " AND " + SHOWS_ANSWERS.replace("#to", ":repliedTo") : "")
            + " ON CONFLICT DO NOTHING";
    delivery
        .bind(tx.update(sql))
        .bind("after", after)
        .bind("last", chunk.last())
        .bind("recent", HomeStore.repeatedSince(delivery.now()))
        .execute();
    return chunk;
  }

  private static Chunk chunk(Reading db, ActorId author, long after, int limit) {
    return db.query(
            """
            SELECT coalesce(max(id), 0), count(*) FROM (SELECT id FROM list_members
              WHERE member_id = :author AND id > :after ORDER BY id LIMIT :limit) chunk\
            """)
        .bind("author", author)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> new Chunk(row.getLong(1), row.getInt(2) == limit))
        .one();
  }

  /** Puts the latest posts of a new member on a list. */
  void backfill(Tx tx, PersonalList list, ActorId member, Instant now, int limit) {
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
    tx.update(
            sql.replace("#wanted", Wanted.sql("l.owner_id", ":member"))
                .replace("#answers", SHOWS_ANSWERS.replace("#to", "written.in_reply_to_author")))
        .bind("list", list.id())
        .bind("member", member)
        .bind("now", now)
        .bind("lookedAt", LOOKED_AT)
        .bind("limit", limit)
        .execute();
  }

  /** Takes what a member wrote and boosted off a list. */
  void leave(Tx tx, ListId list, ActorId member) {
    tx.update(
            """
            DELETE FROM list_entries WHERE list_id = :list AND post_id IN (
              SELECT e.post_id FROM list_entries e JOIN posts p ON p.id = e.post_id
              WHERE e.list_id = :list AND p.author_id = :member)\
            """)
        .bind("list", list)
        .bind("member", member)
        .execute();
  }

  /** Takes everything by somebody, boosts of it and what names them off all lists of an owner. */
  void purge(Tx tx, ActorId owner, ActorId author) {
    tx.update(
            """
            DELETE FROM list_entries WHERE list_id IN (SELECT id FROM lists WHERE owner_id = :owner)
              AND post_id IN (
                SELECT e.post_id FROM lists l JOIN list_entries e ON e.list_id = l.id
                JOIN posts p ON p.id = e.post_id LEFT JOIN posts o ON o.id = p.boost_of
                WHERE l.owner_id = :owner AND (p.author_id = :author OR o.author_id = :author
                  OR EXISTS (SELECT 1 FROM post_mentions pm WHERE pm.actor_id = :author
                    AND pm.post_id = coalesce(o.id, p.id) AND pm.named = TRUE)))\
            """)
        .bind("owner", owner)
        .bind("author", author)
        .execute();
  }

  /** The same for all people of a server. */
  void purge(Tx tx, ActorId owner, String domain) {
    tx.update(
            """
            DELETE FROM list_entries WHERE list_id IN (SELECT id FROM lists WHERE owner_id = :owner)
              AND post_id IN (
                SELECT e.post_id FROM lists l JOIN list_entries e ON e.list_id = l.id
                JOIN posts p ON p.id = e.post_id JOIN actors a ON a.id = p.author_id
                LEFT JOIN posts o ON o.id = p.boost_of LEFT JOIN actors b ON b.id = o.author_id
                WHERE l.owner_id = :owner AND (a.domain = :domain OR b.domain = :domain))\
            """)
        .bind("owner", owner)
        .bind("domain", domain)
        .execute();
  }

  void remove(Tx tx, Post post) {
    tx.update(
            """
            DELETE FROM list_entries WHERE post_id = :post AND list_id IN (
              SELECT list_id FROM list_members WHERE member_id = :author)\
            """)
        .bind("post", post.id())
        .bind("author", post.author())
        .execute();
  }

  void clear(Tx tx, ListId list) {
    tx.update("DELETE FROM list_entries WHERE list_id = :list").bind("list", list).execute();
  }

  List<PostId> page(Reading db, ListId list, Cursor cursor) {
    return db.query(
            "SELECT post_id FROM list_entries WHERE list_id = :list AND post_id < :below"
                + " AND post_id > :above ORDER BY post_id "
                + (cursor.ascending() ? "ASC" : "DESC")
                + " LIMIT :limit")
        .bind("list", list)
        .bind("below", cursor.below())
        .bind("above", cursor.above())
        .bind("limit", cursor.limit())
        .mapTo(PostId.class)
        .list();
  }

  /** Keeps the newest entries of every list. */
  void trim(Tx tx, int keep) {
    List<ListId> overfull =
        tx.query("SELECT list_id FROM list_entries GROUP BY list_id HAVING count(*) > :keep")
            .bind("keep", keep)
            .mapTo(ListId.class)
            .list();
    for (ListId list : overfull)
      tx.update(
              """
              DELETE FROM list_entries WHERE list_id = :list AND post_id < (
                SELECT min(post_id) FROM (SELECT post_id FROM list_entries
                  WHERE list_id = :list ORDER BY post_id DESC LIMIT :keep) kept)\
              """)
          .bind("list", list)
          .bind("keep", keep)
          .execute();
  }
}
