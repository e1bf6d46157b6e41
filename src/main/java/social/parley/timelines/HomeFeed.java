package social.parley.timelines;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.follows.Blocked;
import social.parley.follows.DomainHidden;
import social.parley.follows.Follow;
import social.parley.follows.Followed;
import social.parley.follows.Follows;
import social.parley.follows.Muted;
import social.parley.follows.Unfollowed;
import social.parley.jobs.Jobs;
import social.parley.lists.ListChanged;
import social.parley.lists.ListEnded;
import social.parley.lists.ListJoined;
import social.parley.lists.ListLeft;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Writes homes as posts arrive, because reads outnumber writes by far: reading a home costs the
 * same however many people it follows.
 */
public final class HomeFeed {
  /** With more local followers than this, the homes are written by a job, in chunks of as many. */
  static final int CHUNK = 500;

  private static final int BACKFILL = 40;
  private static final int KEPT = 1000;
  private static final String FAN_OUT = "timelines.fan-out";
  private static final String TRIM = "timelines.trim";

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Posts posts;
  private final Follows follows;
  private final Lists lists;
  private final HomeStore store = new HomeStore();

  /** The rest of a fan-out: followers whose follow is newer than the one already done. */
  record FanOut(PostId post, long after) {}

  public HomeFeed(
      Database database, Clock clock, Jobs jobs, Posts posts, Follows follows, Lists lists) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.posts = posts;
    this.follows = follows;
    this.lists = lists;
    jobs.handle(FAN_OUT, FanOut.class, this::continueFanOut);
    jobs.every(Duration.ofHours(24), TRIM, this::trim);
  }

  public void published(Tx tx, PostPublished published) {
    Post post = published.post();
    if (post.local()) store.add(tx, post.author(), post.id());
    if (published.arrivedNow()) fanOut(tx, delivery(post, published.boosted()), 0);
  }

  private Delivery delivery(Post post, @Nullable Post boosted) {
    return new Delivery(post, boosted, clock.instant());
  }

  private void fanOut(Tx tx, Delivery delivery, long after) {
    Chunk done = store.addForFollowers(tx, delivery, after, CHUNK);
    if (after > 0) tx.announce(new HomesWritten(delivery.post(), after, done.last()));
    if (done.full()) jobs.enqueue(tx, FAN_OUT, new FanOut(delivery.post().id(), done.last()));
  }

  private void continueFanOut(FanOut rest) {
    database.run(tx ->
        Delivery.of(tx, posts, rest.post(), clock.instant())
            .ifPresent(delivery -> fanOut(tx, delivery, rest.after())));
  }

  private void trim() {
    database.run(tx -> store.trim(tx, KEPT));
  }

  public void deleted(Tx tx, PostDeleted deleted) {
    store.remove(tx, deleted.post());
  }

  /** A new follower finds the latest posts on the home at once. */
  public void followed(Tx tx, Followed followed) {
    backfill(tx, followed.follow().follower(), followed.follow().followed());
  }

  private void backfill(Tx tx, ActorId owner, ActorId author) {
    store.backfill(tx, owner, author, clock.instant(), BACKFILL);
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    store.leave(tx, unfollowed.follower(), unfollowed.followed());
  }

  public void blocked(Tx tx, Blocked blocked) {
    part(tx, blocked.actor(), blocked.target());
    part(tx, blocked.target(), blocked.actor());
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    store.purge(tx, hidden.actor(), hidden.domain());
  }

  public void muted(Tx tx, Muted muted) {
    part(tx, muted.actor(), muted.target());
  }

  private void part(Tx tx, ActorId owner, ActorId author) {
    store.purge(tx, owner, author);
  }

  /** An exclusive list keeps its members off the home. */
  public void joined(Tx tx, ListJoined joined) {
    PersonalList list = joined.list();
    if (list.exclusive() && !joined.member().equals(list.ownerId()))
      store.leave(tx, list.ownerId(), joined.member());
  }

  public void left(Tx tx, ListLeft left) {
    if (left.list().exclusive()) comeBack(tx, left.list().ownerId(), left.member());
  }

  public void listEnded(Tx tx, ListEnded ended) {
    if (ended.list().exclusive())
      for (ActorId member : ended.members()) comeBack(tx, ended.list().ownerId(), member);
  }

  public void listChanged(Tx tx, ListChanged changed) {
    PersonalList list = changed.after();
    if (changed.before().exclusive() == list.exclusive()) return;
    for (ActorId member : lists.members(tx, list.id()))
      if (list.exclusive()) joined(tx, new ListJoined(list, member));
      else comeBack(tx, list.ownerId(), member);
  }

  private void comeBack(Tx tx, ActorId owner, ActorId member) {
    if (follows.find(tx, owner, member).filter(Follow::accepted).isPresent())
      backfill(tx, owner, member);
  }
}
