package social.parley.timelines;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.lists.ListId;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The entries of homes or of lists: one narrow row for each post on each of them. */
final class EntryStore<I> {
  private final String table;
  private final String of;

  /** Those of one person. */
  private final String owned;

  /** Those on which an author's posts may stand. */
  private final String reading;

  private EntryStore(String table, String of, String owned, String reading) {
    this.table = table;
    this.of = of;
    this.owned = owned;
    this.reading = reading;
  }

  static EntryStore<ActorId> homes() {
    return new EntryStore<>(
        "home_entries",
        "actor_id",
        "actor_id = :owner",
        """
        (actor_id = :author
          OR actor_id IN (SELECT follower_id FROM follows
            WHERE followed_id = :author AND follower_local = TRUE)
          OR actor_id IN (SELECT t.actor_id FROM post_tags g
            JOIN tag_follows t ON t.tag = g.tag WHERE g.post_id = :post))\
        """);
  }

  static EntryStore<ListId> lists() {
    return new EntryStore<>(
        "list_entries",
        "list_id",
        "list_id IN (SELECT id FROM lists WHERE owner_id = :owner)",
        "list_id IN (SELECT list_id FROM list_members WHERE member_id = :author)");
  }

  private String named(String sql) {
    return sql.replace("#table", table).replace("#of", of).replace("#owned", owned);
  }

  /** Takes what somebody wrote and boosted off one of them. */
  void leave(Tx tx, I from, ActorId author) {
    tx.update(
            named(
                """
                DELETE FROM #table WHERE #of = :from AND post_id IN (
                  SELECT e.post_id FROM #table e JOIN posts p ON p.id = e.post_id
                  WHERE e.#of = :from AND p.author_id = :author)\
                """))
        .bind("from", from)
        .bind("author", author)
        .execute();
  }

  /** Takes everything by somebody, boosts of it and what names them off those of an owner. */
  void purge(Tx tx, ActorId owner, ActorId author) {
    tx.update(
            named(
                """
                DELETE FROM #table WHERE #owned AND post_id IN (
                  SELECT e.post_id FROM #table e JOIN posts p ON p.id = e.post_id
                  LEFT JOIN posts o ON o.id = p.boost_of
                  WHERE e.#owned AND (p.author_id = :author OR o.author_id = :author
                    OR p.author_id <> :owner AND EXISTS (SELECT 1 FROM post_mentions pm
                      WHERE pm.actor_id = :author AND pm.post_id = coalesce(o.id, p.id)
                        AND pm.named = TRUE)))\
                """))
        .bind("owner", owner)
        .bind("author", author)
        .execute();
  }

  /** The same for all people of a server. */
  void purge(Tx tx, ActorId owner, String domain) {
    tx.update(
            named(
                """
                DELETE FROM #table WHERE #owned AND post_id IN (
                  SELECT e.post_id FROM #table e JOIN posts p ON p.id = e.post_id
                  JOIN actors a ON a.id = p.author_id
                  LEFT JOIN posts o ON o.id = p.boost_of LEFT JOIN actors b ON b.id = o.author_id
                  WHERE e.#owned AND (a.domain = :domain OR b.domain = :domain))\
                """))
        .bind("owner", owner)
        .bind("domain", domain)
        .execute();
  }

  /** Takes a post off all of them. */
  void remove(Tx tx, Post post) {
    tx.update(named("DELETE FROM #table WHERE post_id = :post AND ") + reading)
        .bind("post", post.id())
        .bind("author", post.author())
        .execute();
  }

  void clear(Tx tx, I one) {
    tx.update(named("DELETE FROM #table WHERE #of = :one")).bind("one", one).execute();
  }

  /** Nothing of what is not the owner's. */
  List<PostId> page(Reading db, ActorId owner, I of, HomeFilter filter, Cursor cursor) {
    String sql =
        "SELECT e.post_id FROM #table e" + filter.join() + " WHERE e.#of = :of AND e.#owned";
    return db.page(named(sql), "e.post_id", cursor)
        .bind("of", of)
        .bind("owner", owner)
        .mapTo(PostId.class)
        .list();
  }

  /** Keeps the newest entries of every one of them. */
  void trim(Tx tx, int keep) {
    List<Long> overfull =
        tx.query(named("SELECT #of FROM #table GROUP BY #of HAVING count(*) > :keep"))
            .bind("keep", keep)
            .mapTo(Long.class)
            .list();
    for (long one : overfull)
      tx.update(
              named(
                  """
                  DELETE FROM #table WHERE #of = :one AND post_id < (
                    SELECT min(post_id) FROM (SELECT post_id FROM #table
                      WHERE #of = :one ORDER BY post_id DESC LIMIT :keep) kept)\
                  """))
          .bind("one", one)
          .bind("keep", keep)
          .execute();
  }
}
