package social.parley.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;

/** What of the tables goes into the index. */
final class SearchSources {
  /** How somebody here has come to have a post. */
  enum Way {
    NAMED,
    FAVOURITED,
    BOOKMARKED,
    BOOSTED,
    VOTED
  }

  private record Reader(PostId postId, ActorId actorId, Way way) {}

  private static final String READERS =
      """
      SELECT m.post_id, m.actor_id, 'named' AS way FROM post_mentions m
        JOIN actors a ON a.id = m.actor_id WHERE a.local AND m.addressed AND m.post_id IN (<posts>)
      UNION ALL SELECT f.post_id, f.actor_id, 'favourited' FROM favourites f
        JOIN actors a ON a.id = f.actor_id WHERE a.local AND f.post_id IN (<posts>)
      UNION ALL SELECT b.post_id, b.actor_id, 'bookmarked' FROM bookmarks b
        WHERE b.post_id IN (<posts>)
      UNION ALL SELECT p.boost_of, p.author_id, 'boosted' FROM posts p
        WHERE p.local AND p.boost_of IN (<posts>)
      UNION ALL SELECT v.post_id, v.actor_id, 'voted' FROM poll_votes v
        JOIN actors a ON a.id = v.actor_id WHERE a.local AND v.post_id IN (<posts>)\
      """;

  /** Who of those here has which of these posts, and how. */
  Map<PostId, Map<Way, Set<Long>>> readers(Reading db, Collection<PostId> posts) {
    Map<PostId, Map<Way, Set<Long>>> readers = new HashMap<>();
    db.query(READERS)
        .bindList("posts", List.copyOf(posts))
        .mapTo(Reader.class)
        .forEach(one ->
            readers
                .computeIfAbsent(one.postId(), _ -> new EnumMap<>(Way.class))
                .computeIfAbsent(one.way(), _ -> new TreeSet<>())
                .add(one.actorId().value()));
    return readers;
  }

  List<PostId> posts(Reading db, long after, int most) {
    return db.query(
            "SELECT id FROM posts WHERE id > :after AND boost_of IS NULL ORDER BY id LIMIT :most")
        .bind("after", after)
        .bind("most", most)
        .mapTo(PostId.class)
        .list();
  }

  List<PostId> posts(Reading db, ActorId author, long after, int most) {
    return db.query(
            """
            SELECT id FROM posts WHERE author_id = :author AND id > :after AND boost_of IS NULL
            ORDER BY id LIMIT :most\
            """)
        .bind("author", author)
        .bind("after", after)
        .bind("most", most)
        .mapTo(PostId.class)
        .list();
  }

  List<ActorId> actors(Reading db, long after, int most) {
    return db.query("SELECT id FROM actors WHERE id > :after ORDER BY id LIMIT :most")
        .bind("after", after)
        .bind("most", most)
        .mapTo(ActorId.class)
        .list();
  }
}
