package social.parley.reactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of reactions. */
final class EmojiReactionStore {
  /** Nobody has this id. */
  private static final ActorId NOBODY = new ActorId(-1);

  /** One reaction of one person. */
  record Row(long id, ActorId actorId, PostId postId, String name, @Nullable Iri url, Iri iri) {
    ReactionEmoji emoji() {
      return new ReactionEmoji(name, url);
    }
  }

  private record Counted(PostId postId, String name, @Nullable Iri url, long people, long first) {}

  private record Reactor(String name, ActorId actorId) {}

  /** False when it is there already. */
  boolean insert(Tx tx, Row row, Instant now) {
    return tx.update(
                """
                INSERT INTO emoji_reactions (id, actor_id, post_id, name, url, iri, created_at)
                VALUES (:id, :actorId, :postId, :name, :url, :iri, :now) ON CONFLICT DO NOTHING\
                """,
                row)
            .bind("now", now)
            .execute()
        == 1;
  }

  boolean delete(Tx tx, Row row) {
    return tx.update("DELETE FROM emoji_reactions WHERE id = :id").bind("id", row.id()).execute()
        == 1;
  }

  /** What somebody feels about a post, the oldest first. */
  List<Row> of(Reading db, ActorId actor, PostId post) {
    return db.query(
            """
            SELECT id, actor_id, post_id, name, url, iri FROM emoji_reactions
            WHERE actor_id = :actor AND post_id = :post ORDER BY id\
            """)
        .bind("actor", actor)
        .bind("post", post)
        .mapTo(Row.class)
        .list();
  }

  Optional<Row> find(Reading db, ActorId actor, Iri iri) {
    return db.query(
            """
            SELECT id, actor_id, post_id, name, url, iri FROM emoji_reactions
            WHERE iri = :iri AND actor_id = :actor\
            """)
        .bind("iri", iri)
        .bind("actor", actor)
        .mapTo(Row.class)
        .findFirst();
  }

  /** The picture that stands for a name on a post already. */
  Optional<Iri> picture(Reading db, PostId post, String name) {
    return db.query(
            """
            SELECT url FROM emoji_reactions
            WHERE post_id = :post AND name = :name AND url IS NOT NULL LIMIT 1\
            """)
        .bind("post", post)
        .bind("name", name)
        .mapTo(Iri.class)
        .findOne();
  }

  /** Counts of many posts with one statement; the emoji that came first stands first. */
  Map<PostId, List<ReactionCount>> counts(Reading db, Collection<PostId> posts) {
    Map<PostId, List<ReactionCount>> counts = new HashMap<>();
    db.query(
            """
            SELECT post_id, name, MAX(url) AS url, COUNT(*) AS people, MIN(id) AS first
            FROM emoji_reactions WHERE post_id IN (<posts>)
            GROUP BY post_id, name ORDER BY first\
            """)
        .bindList(EmptyHandling.NULL_KEYWORD, "posts", posts)
        .mapTo(Counted.class)
        .forEach(row ->
            counts
                .computeIfAbsent(row.postId(), _ -> new ArrayList<>())
                .add(new ReactionCount(new ReactionEmoji(row.name(), row.url()), row.people())));
    return counts;
  }

  /** Who reacts to a post, by name, at most so many for each. */
  Map<String, List<ActorId>> reactors(Reading db, PostId post, int most) {
    Map<String, List<ActorId>> reactors = new LinkedHashMap<>();
    db.query(
            """
            SELECT name, actor_id FROM (
              SELECT name, actor_id, id,
                ROW_NUMBER() OVER (PARTITION BY name ORDER BY id DESC) AS place
              FROM emoji_reactions WHERE post_id = :post) ranked
            WHERE place <= :most ORDER BY id DESC\
            """)
        .bind("post", post)
        .bind("most", most)
        .mapTo(Reactor.class)
        .forEach(
            row -> reactors.computeIfAbsent(row.name(), _ -> new ArrayList<>()).add(row.actorId()));
    return reactors;
  }
}
