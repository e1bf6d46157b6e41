package social.parley.timelines;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Reading;

/** The lists people read, asked the other way round: on whose does a post stand? */
public final class Listeners {
  private static final int CHUNK = 1024;
  private static final String ON_HOME =
      "SELECT h.actor_id FROM home_entries h WHERE h.post_id = :post AND h.actor_id IN (<among>)";
  private static final String BY_FOLLOW =
      """
       AND EXISTS (SELECT 1 FROM follows f WHERE f.follower_id = h.actor_id
         AND f.followed_id = :author AND f.id > :after AND f.id <= :last)\
      """;

  private final Clock clock;

  public Listeners(Clock clock) {
    this.clock = clock;
  }

  /** Those of the people on whose home the post stands. */
  public Set<ActorId> homes(Reading db, Post post, Collection<ActorId> among) {
    return homes(db, post, among, ON_HOME, 0, 0);
  }

  /** Those of them who follow its author by a follow of this range. */
  public Set<ActorId> homes(
      Reading db, Post post, Collection<ActorId> among, long after, long last) {
    return homes(db, post, among, ON_HOME + BY_FOLLOW, after, last);
  }

  private static Set<ActorId> homes(
      Reading db, Post post, Collection<ActorId> among, String sql, long after, long last) {
    Set<ActorId> found = new HashSet<>();
    List<ActorId> all = List.copyOf(among);
    for (int from = 0; from < all.size(); from += CHUNK) {
      var query =
          db.query(sql)
              .bind("post", post.id())
              .bindList("among", padded(all.subList(from, Math.min(all.size(), from + CHUNK))));
      if (last > 0) query.bind("author", post.author()).bind("after", after).bind("last", last);
      found.addAll(query.mapTo(ActorId.class).list());
    }
    return found;
  }

  /** Fills up to a power of two, so that there are few different statements. */
  private static List<ActorId> padded(List<ActorId> values) {
    List<ActorId> padded = new ArrayList<>(values);
    int size = padded.size();
    int target = size <= 1 ? size : Integer.highestOneBit(size - 1) << 1;
    while (padded.size() < target) padded.add(padded.getLast());
    return padded;
  }

  /** Whether public lists show this author. */
  public boolean isListed(Reading db, Post post) {
    return db.query("SELECT standing FROM actors WHERE id = :author")
        .bind("author", post.author())
        .mapTo(String.class)
        .findOne()
        .filter("ok"::equals)
        .isPresent();
  }

  /** Those who do not want to meet its author in public. */
  public Set<ActorId> unwilling(Reading db, Post post) {
    Instant now = clock.instant();
    return new HashSet<>(
        db.query(
                """
                SELECT actor_id FROM mutes WHERE target_id = :author
                  AND (until IS NULL OR until > :now)
                UNION ALL
                SELECT actor_id FROM blocks WHERE target_id = :author\
                """)
            .bind("author", post.author())
            .bind("now", now)
            .mapTo(ActorId.class)
            .list());
  }
}
