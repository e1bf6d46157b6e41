package social.parley.reactions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.events.Attendance;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/**
 * What one person has done with some posts, from all the tables that know, with one statement;
 * favourites also when they wait for an agreement.
 */
final class MarkStore {
  private enum Kind {
    BOOST,
    VOTE,
    PIN,
    MUTE,
    FAVOURITE,
    DISLIKE,
    BOOKMARK,
    REACTION,
    ATTENDANCE
  }

  private record Row(Kind kind, PostId postId, int position, String name) {}

  /**
   * All that they have pinned and muted, the threads by their first posts; of the rest what belongs
   * to the posts, votes by the positions of options.
   */
  record Given(
      Set<PostId> boosts,
      Map<PostId, List<Integer>> votes,
      Set<PostId> pins,
      Set<PostId> mutedThreads,
      Set<PostId> favourites,
      Set<PostId> dislikes,
      Set<PostId> bookmarks,
      Map<PostId, List<String>> reactions,
      Map<PostId, Attendance> attendances) {
    Given() {
      this(
          new HashSet<>(),
          new HashMap<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashSet<>(),
          new HashMap<>(),
          new HashMap<>());
    }
  }

  Given of(Reading db, ActorId actor, Collection<PostId> posts) {
    Given given = new Given();
    db.query(
            """
            SELECT 'boost' AS kind, boost_of AS post_id, 0 AS position, '' AS name FROM posts
              WHERE author_id = :actor AND boost_of IN (<posts>)
            UNION ALL SELECT 'vote', post_id, position, '' FROM poll_votes
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'pin', post_id, 0, '' FROM pins WHERE actor_id = :actor
            UNION ALL SELECT 'mute', thread_root, 0, '' FROM thread_mutes WHERE actor_id = :actor
            UNION ALL SELECT 'favourite', post_id, 0, '' FROM favourites
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'favourite', post_id, 0, '' FROM held_favourites
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'dislike', post_id, 0, '' FROM dislikes
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'bookmark', post_id, 0, '' FROM bookmarks
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'reaction', post_id, 0, name FROM emoji_reactions
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'attendance', post_id, 0, state FROM attendances
              WHERE actor_id = :actor AND post_id IN (<posts>)\
            """)
        .bind("actor", actor)
        .bindList("posts", Padded.of(posts))
        .mapTo(Row.class)
        .forEach(row -> {
          switch (row.kind()) {
            case BOOST -> given.boosts().add(row.postId());
            case VOTE ->
                given
                    .votes()
                    .computeIfAbsent(row.postId(), _ -> new ArrayList<>())
                    .add(row.position());
            case PIN -> given.pins().add(row.postId());
            case MUTE -> given.mutedThreads().add(row.postId());
            case FAVOURITE -> given.favourites().add(row.postId());
            case DISLIKE -> given.dislikes().add(row.postId());
            case BOOKMARK -> given.bookmarks().add(row.postId());
            case REACTION ->
                given
                    .reactions()
                    .computeIfAbsent(row.postId(), _ -> new ArrayList<>())
                    .add(row.name());
            case ATTENDANCE ->
                given
                    .attendances()
                    .put(row.postId(), Attendance.valueOf(row.name().toUpperCase(Locale.ROOT)));
          }
        });
    given.votes().values().forEach(positions -> positions.sort(null));
    return given;
  }
}
