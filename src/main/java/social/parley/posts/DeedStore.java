package social.parley.posts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/** What one person has done, from all the tables that know, with one statement. */
final class DeedStore {
  private enum Kind {
    BOOST,
    VOTE,
    PIN,
    MUTE
  }

  private record Row(Kind kind, PostId postId, int position) {}

  Deeds of(Reading db, ActorId actor, Collection<PostId> posts) {
    Set<PostId> boosted = new HashSet<>();
    Map<PostId, List<Integer>> votes = new HashMap<>();
    Set<PostId> pins = new HashSet<>();
    Set<PostId> muted = new HashSet<>();
    for (Row row : rows(db, actor, posts))
      switch (row.kind()) {
        case BOOST -> boosted.add(row.postId());
        case VOTE ->
            votes.computeIfAbsent(row.postId(), _ -> new ArrayList<>()).add(row.position());
        case PIN -> pins.add(row.postId());
        case MUTE -> muted.add(row.postId());
      }
    votes.values().forEach(positions -> positions.sort(null));
    return new Deeds(boosted, votes, pins, muted);
  }

  private static List<Row> rows(Reading db, ActorId actor, Collection<PostId> posts) {
    return db.query(
            """
            SELECT 'boost' AS kind, boost_of AS post_id, 0 AS position FROM posts
              WHERE author_id = :actor AND boost_of IN (<posts>)
            UNION ALL SELECT 'vote', post_id, position FROM poll_votes
              WHERE actor_id = :actor AND post_id IN (<posts>)
            UNION ALL SELECT 'pin', post_id, 0 FROM pins WHERE actor_id = :actor
            UNION ALL SELECT 'mute', thread_root, 0 FROM thread_mutes WHERE actor_id = :actor\
            """)
        .bind("actor", actor)
        .bindList("posts", Padded.of(posts))
        .mapTo(Row.class)
        .list();
  }
}
