package social.parley.timelines;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.follows.Wanted;
import social.parley.lists.ListId;
import social.parley.posts.Post;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/** The lists people read, asked the other way round: on whose does a post stand? */
public final class Listeners {
  private static final int CHUNK = 1024;
  private static final String ON_HOME =
      "SELECT h.actor_id FROM home_entries h WHERE h.post_id = :post AND h.actor_id IN (<among>)";
  private static final String ON_LIST =
      "SELECT e.list_id FROM list_entries e WHERE e.post_id = :post AND e.list_id IN (<among>)";

  private final Clock clock;

  public Listeners(Clock clock) {
    this.clock = clock;
  }

  /** Those of the people on whose home the post stands. */
  public Set<ActorId> homes(Reading db, Post post, Collection<ActorId> among) {
    return chunks(db, ON_HOME, post, among, ActorId.class);
  }

  /** Those of the lists on which the post stands. */
  public Set<ListId> lists(Reading db, Post post, Collection<ListId> among) {
    return chunks(db, ON_LIST, post, among, ListId.class);
  }

  private static <T> Set<T> chunks(
      Reading db, String sql, Post post, Collection<T> among, Class<T> kind) {
    Set<T> found = new HashSet<>();
    List<T> all = List.copyOf(among);
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<T> some = Padded.of(all.subList(from, Math.min(all.size(), from + CHUNK)));
      found.addAll(
          db.query(sql).bind("post", post.id()).bindList("among", some).mapTo(kind).list());
    }
    return found;
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
