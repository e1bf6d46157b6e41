package social.parley.tags;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code featured_tags}. */
final class FeaturedTagStore {
  private static final String COLUMNS = "id, actor_id, tag, name, posts, last_at";

  /** How many of somebody's latest posts suggestions are made from. */
  private static final int LOOKED_AT = 400;

  private static final String OF_AUTHOR =
      """
       FROM posts p JOIN post_tags g ON g.post_id = p.id
      WHERE p.author_id = featured_tags.actor_id AND g.tag = featured_tags.tag
        AND p.boost_of IS NULL AND p.reach IN ('public', 'quiet') AND p.id <> :without\
      """;

  /** False when it is there already. */
  boolean insert(Tx tx, FeaturedTag tag, Instant now) {
    int added =
        tx.update(
                """
                INSERT INTO featured_tags (id, actor_id, tag, name, posts, created_at)
                VALUES (:id, :actorId, :tag, :name, 0, :now) ON CONFLICT DO NOTHING\
                """,
                tag)
            .bind("now", now)
            .execute();
    if (added == 0) return false;
    recount(tx, tag.actorId(), List.of(tag.tag()), 0);
    return true;
  }

  /** Counts anew, leaving out one post that is about to go. */
  void recount(Tx tx, ActorId actor, Collection<String> tags, long without) {
    tx.update(
            "UPDATE featured_tags SET posts = (SELECT count(*)"
                + OF_AUTHOR
                + "), last_at = (SELECT max(p.published_at)"
                + OF_AUTHOR
                + ") WHERE actor_id = :actor AND tag IN (<tags>)")
        .bind("actor", actor)
        .bind("without", without)
        .bindList(EmptyHandling.NULL_KEYWORD, "tags", List.copyOf(tags))
        .execute();
  }

  void count(Tx tx, Post post) {
    tx.update(
            """
            UPDATE featured_tags SET posts = posts + 1,
              last_at = CASE WHEN last_at > :at THEN last_at ELSE :at END
            WHERE actor_id = :actor AND tag IN (<tags>)\
            """)
        .bind("actor", post.author())
        .bind("at", post.publishedAt())
        .bindList(EmptyHandling.NULL_KEYWORD, "tags", post.tags())
        .execute();
  }

  Optional<FeaturedTag> delete(Tx tx, ActorId actor, String column, Object value) {
    return tx.query(
            "DELETE FROM featured_tags WHERE actor_id = :actor AND "
                + column
                + " = :value RETURNING "
                + COLUMNS)
        .bind("actor", actor)
        .bind("value", value)
        .mapTo(FeaturedTag.class)
        .findOne();
  }

  Optional<FeaturedTag> find(Reading db, ActorId actor, String tag) {
    return db.query(
            "SELECT " + COLUMNS + " FROM featured_tags WHERE actor_id = :actor AND tag = :tag")
        .bind("actor", actor)
        .bind("tag", tag)
        .mapTo(FeaturedTag.class)
        .findOne();
  }

  /** Those with most posts first. */
  List<FeaturedTag> of(Reading db, ActorId actor) {
    return db.query(
            "SELECT "
                + COLUMNS
                + " FROM featured_tags WHERE actor_id = :actor ORDER BY posts DESC, id LIMIT 50")
        .bind("actor", actor)
        .mapTo(FeaturedTag.class)
        .list();
  }

  /** What somebody used most of late and does not show yet. */
  List<String> suggestions(Reading db, ActorId actor, int limit) {
    return db.query(
            """
            SELECT g.tag FROM (SELECT id FROM posts WHERE author_id = :actor AND boost_of IS NULL
                ORDER BY id DESC LIMIT :lookedAt) p
              JOIN post_tags g ON g.post_id = p.id
            WHERE NOT EXISTS (SELECT 1 FROM featured_tags f
              WHERE f.actor_id = :actor AND f.tag = g.tag)
            GROUP BY g.tag ORDER BY count(*) DESC, g.tag LIMIT :limit\
            """)
        .bind("actor", actor)
        .bind("lookedAt", LOOKED_AT)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  void clear(Tx tx, ActorId actor) {
    tx.update("DELETE FROM featured_tags WHERE actor_id = :actor").bind("actor", actor).execute();
  }
}
