package social.parley.timelines;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import social.parley.core.ActorId;
import social.parley.follows.Wanted;
import social.parley.lists.ListId;
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
  private static final String ON_LIST =
      "SELECT e.list_id FROM list_entries e WHERE e.post_id = :post AND e.list_id IN (<among>)";
  private static final String BY_MEMBER =
      """
       AND EXISTS (SELECT 1 FROM list_members m WHERE m.list_id = e.list_id
         AND m.member_id = :author AND m.id > :after AND m.id <= :last)\
      """;

  private final Clock clock;

  public Listeners(Clock clock) {
    this.clock = clock;
  }

  /** Those of the people on whose home the post stands. */
  public Set<ActorId> homes(Reading db, Post post, Collection<ActorId> among) {
    return chunks(db, ON_HOME, post, among, ActorId.class);
  }

  /** Those of them to whom this part of a fan-out brought it. */
  public Set<ActorId> homes(Reading db, HomesWritten part, Collection<ActorId> among) {
    return chunks(
        db, ON_HOME + BY_FOLLOW, part.post(), part.after(), part.last(), among, ActorId.class);
  }

  /** Those of the lists on which the post stands. */
  public Set<ListId> lists(Reading db, Post post, Collection<ListId> among) {
    return chunks(db, ON_LIST, post, among, ListId.class);
  }

  /** Those of them to which this part of a fan-out brought it. */
  public Set<ListId> lists(Reading db, ListsWritten part, Collection<ListId> among) {
    return chunks(
        db, ON_LIST + BY_MEMBER, part.post(), part.after(), part.last(), among, ListId.class);
  }

  private static <T> Set<T> chunks(
      Reading db, String sql, Post post, Collection<T> among, Class<T> kind) {
    return chunks(db, sql, post, 0, 0, among, kind);
  }

  private static <T> Set<T> chunks(
      Reading db,
      String sql,
      Post post,
      long after,
      long last,
      Collection<T> among,
      Class<T> kind) {
    Set<T> found = new HashSet<>();
    List<T> all = List.copyOf(among);
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<T> some = padded(all.subList(from, Math.min(all.size(), from + CHUNK)));
      Query query = db.query(sql).bind("post", post.id()).bindList("among", some);
      if (last > 0) query.bind("author", post.author()).bind("after", after).bind("last", last);
      found.addAll(query.mapTo(kind).list());
    }
    return found;
  }

  /** Fills up to a power of two, so that there are few different statements. */
  private static <T> List<T> padded(List<T> values) {
    List<T> padded = new ArrayList<>(values);
    int target = Integer.highestOneBit(Math.max(1, 2 * values.size() - 1));
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
    return new HashSet<>(
        db.query(Wanted.unwilling(":author"))
            .bind("author", post.author())
            .bind("now", clock.instant())
            .mapTo(ActorId.class)
            .list());
  }
}
