package social.parley.timelines;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.jobs.Jobs;
import social.parley.lists.ListId;
import social.parley.posts.Post;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.storage.Database;
import social.parley.storage.Tx;
import social.parley.tags.TagFollows;

/**
 * Writes posts on homes and lists as they arrive, because reads outnumber writes by far: reading a
 * home costs the same however many people it follows.
 */
public final class FanOut {
  /** Where there are more readers than this, a job writes for the others, in chunks of as many. */
  static final int CHUNK = 500;

  private static final int MOST_TAGS = 30;
  private static final String REST = "timelines.fan-out";

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Posts posts;
  private final TagFollows tags;
  private final Heads heads;
  private final FanOutStore store = new FanOutStore();

  /** The readers whose rows come after the last one already done. */
  record Rest(PostId post, Readership readership, @Nullable String tag, long after) {}

  public FanOut(
      Database database, Clock clock, Jobs jobs, Posts posts, TagFollows tags, Heads heads) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.posts = posts;
    this.tags = tags;
    this.heads = heads;
    jobs.handle(REST, Rest.class, this::goOn);
  }

  /** It is to be subscribed. */
  public void published(Tx tx, PostPublished published) {
    Post post = published.post();
    if (post.local()) {
      store.add(tx, post.author(), post.id());
      heads.changed(tx, Set.of(post.author()));
    }
    if (!published.arrivedNow()) return;
    Delivery delivery = new Delivery(post, published.boosted(), clock.instant());
    Set<ActorId> homes = new HashSet<>();
    Set<ListId> listed = new HashSet<>();
    if (post.local()) homes.add(post.author());
    for (Chunk chunk : store.first(tx, post.author(), CHUNK))
      write(tx, delivery, chunk, homes, listed);
    if (post.reach() == Reach.PUBLIC && !post.isBoost())
      for (String tag : tags.followedByAnyone(tx, post.tags().stream().limit(MOST_TAGS).toList())) {
        Chunk chunk = store.next(tx, Readership.TAG, post.author(), tag, 0, CHUNK);
        write(tx, delivery, chunk, homes, listed);
      }
    tell(tx, post, homes, listed);
  }

  private void write(
      Tx tx, Delivery delivery, Chunk chunk, Set<ActorId> homes, Set<ListId> listed) {
    if (chunk.number() == 0) return;
    if (chunk.number() == CHUNK) {
      Rest rest = new Rest(delivery.post().id(), chunk.readership(), chunk.tag(), chunk.last());
      jobs.enqueue(tx, REST, rest);
    }
    List<Long> reached = store.add(tx, delivery, chunk);
    switch (chunk.readership()) {
      case FOLLOWERS, TAG -> reached.forEach(one -> homes.add(new ActorId(one)));
      case LISTS -> reached.forEach(one -> listed.add(new ListId(one)));
    }
  }

  private void tell(Tx tx, Post post, Set<ActorId> homes, Set<ListId> listed) {
    heads.changed(tx, homes);
    if (!homes.isEmpty()) tx.announce(new HomesWritten(post, homes));
    if (!listed.isEmpty()) tx.announce(new ListsWritten(post, listed));
  }

  private void goOn(Rest rest) {
    database.run(tx ->
        Delivery.of(tx, posts, rest.post(), clock.instant())
            .ifPresent(delivery -> goOn(tx, delivery, rest)));
  }

  private void goOn(Tx tx, Delivery delivery, Rest rest) {
    Post post = delivery.post();
    Set<ActorId> homes = new HashSet<>();
    Set<ListId> listed = new HashSet<>();
    Chunk chunk = store.next(tx, rest.readership(), post.author(), rest.tag(), rest.after(), CHUNK);
    write(tx, delivery, chunk, homes, listed);
    tell(tx, post, homes, listed);
  }
}
