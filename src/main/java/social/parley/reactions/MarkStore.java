package social.parley.reactions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;

/**
 * Favourites (also those that wait for an agreement), bookmarks and reactions of one person to some
 * posts, with one statement.
 */
final class MarkStore {
  private enum Kind {
    FAVOURITE,
    BOOKMARK,
    REACTION
  }

  private record Row(Kind kind, PostId postId, String name) {}

  record Given(
      Set<PostId> favourites, Set<PostId> bookmarks, Map<PostId, List<String>> reactions) {}

  Given of(Reading db, ActorId actor, Collection<PostId> posts) {
    Given given = new Given(new HashSet<>(), new HashSet<>(), new HashMap<>());
    db.query(
            """
            SELECT 'favourite' AS kind, post_id, '' AS name FROM favourites
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'favourite', post_id, '' FROM held_favourites
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'bookmark', post_id, '' FROM bookmarks
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'reaction', post_id, name FROM emoji_reactions
              WHERE actor_id = :actor AND post_id IN (<posts>)\
            """)
        .bind("actor", actor)
        .bindList(EmptyHandling.NULL_KEYWORD, "posts", posts)
        .mapTo(Row.class)
        .forEach(row -> {
          switch (row.kind()) {
            case FAVOURITE -> given.favourites().add(row.postId());
            case BOOKMARK -> given.bookmarks().add(row.postId());
            case REACTION ->
                given
                    .reactions()
                    .computeIfAbsent(row.postId(), _ -> new ArrayList<>())
                    .add(row.name());
          }
        });
    return given;
  }
}
