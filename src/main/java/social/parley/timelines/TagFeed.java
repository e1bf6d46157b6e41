package social.parley.timelines;

import java.time.Clock;
import social.parley.core.PostId;
import social.parley.jobs.Jobs;
import social.parley.posts.Post;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.storage.Database;
import social.parley.storage.Tx;
import social.parley.tags.TagFollowed;
import social.parley.tags.TagFollows;
import social.parley.tags.TagUnfollowed;

/** Writes posts on the homes of those who follow one of their hashtags. */
public final class TagFeed {
  private static final int CHUNK = 500;
  private static final int BACKFILL = 20;
  private static final int MOST_TAGS = 30;
  private static final String FAN_OUT = "timelines.tags";

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Posts posts;
  private final TagFollows follows;
  private final TagEntryStore store = new TagEntryStore();

  /** The rest of a fan-out: those who followed the hashtag after the last one already done. */
  record FanOut(PostId post, String tag, long after) {}

  public TagFeed(Database database, Clock clock, Jobs jobs, Posts posts, TagFollows follows) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.posts = posts;
    this.follows = follows;
    jobs.handle(FAN_OUT, FanOut.class, this::continueFanOut);
  }

  public void published(Tx tx, PostPublished published) {
    Post post = published.post();
    if (!published.arrivedNow() || post.isBoost() || post.reach() != Reach.PUBLIC) return;
    for (String tag : follows.followedByAnyone(tx, post.tags().stream().limit(MOST_TAGS).toList()))
      fanOut(tx, new Delivery(post, null, clock.instant()), tag, 0);
  }

  private void fanOut(Tx tx, Delivery delivery, String tag, long after) {
    Chunk done = store.add(tx, delivery, tag, after, CHUNK);
    if (done.full()) jobs.enqueue(tx, FAN_OUT, new FanOut(delivery.post().id(), tag, done.last()));
  }

  private void continueFanOut(FanOut rest) {
    database.run(tx ->
        Delivery.of(tx, posts, rest.post(), clock.instant())
            .ifPresent(delivery -> fanOut(tx, delivery, rest.tag(), rest.after())));
  }

  /** A new follower finds the latest posts on the home at once. */
  public void followed(Tx tx, TagFollowed followed) {
    store.backfill(tx, followed.actor(), followed.tag(), clock.instant(), BACKFILL);
  }

  public void unfollowed(Tx tx, TagUnfollowed unfollowed) {
    store.leave(tx, unfollowed.actor(), unfollowed.tag());
  }
}
