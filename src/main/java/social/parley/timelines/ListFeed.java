package social.parley.timelines;

import java.time.Clock;
import java.time.Duration;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.follows.Blocked;
import social.parley.follows.DomainHidden;
import social.parley.follows.Followed;
import social.parley.follows.Muted;
import social.parley.jobs.Jobs;
import social.parley.lists.ListChanged;
import social.parley.lists.ListEnded;
import social.parley.lists.ListJoined;
import social.parley.lists.ListLeft;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** Writes lists as posts arrive and as people join and leave them. */
public final class ListFeed {
  private static final int CHUNK = 500;
  private static final int BACKFILL = 40;
  private static final int KEPT = 1000;
  private static final String FAN_OUT = "timelines.lists";
  private static final String TRIM = "timelines.trim-lists";

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Posts posts;
  private final Lists lists;
  private final ListEntryStore store = new ListEntryStore();

  /** The rest of a fan-out: lists that the author joined after the last one already done. */
  record FanOut(PostId post, long after) {}

  public ListFeed(Database database, Clock clock, Jobs jobs, Posts posts, Lists lists) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.posts = posts;
    this.lists = lists;
    jobs.handle(FAN_OUT, FanOut.class, this::continueFanOut);
    jobs.every(Duration.ofHours(24), TRIM, this::trim);
  }

  public void published(Tx tx, PostPublished published) {
    if (published.arrivedNow())
      fanOut(tx, new Delivery(published.post(), published.boosted(), clock.instant()), 0);
  }

  private void fanOut(Tx tx, Delivery delivery, long after) {
    Chunk done = store.addToLists(tx, delivery, after, CHUNK);
    if (after > 0) tx.announce(new ListsWritten(delivery.post(), after, done.last()));
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

  public void joined(Tx tx, ListJoined joined) {
    backfill(tx, joined.list(), joined.member());
  }

  private void backfill(Tx tx, PersonalList list, ActorId member) {
    store.backfill(tx, list, member, clock.instant(), BACKFILL);
  }

  public void left(Tx tx, ListLeft left) {
    store.leave(tx, left.list().id(), left.member());
  }

  public void listEnded(Tx tx, ListEnded ended) {
    store.clear(tx, ended.list().id());
  }

  /** With another choice of replies the latest posts are chosen anew. */
  public void listChanged(Tx tx, ListChanged changed) {
    PersonalList list = changed.after();
    if (changed.before().replies() == list.replies()) return;
    store.clear(tx, list.id());
    for (ActorId member : lists.members(tx, list.id())) backfill(tx, list, member);
  }

  /** Somebody who was put on lists while still asked to let the owner follow. */
  public void followed(Tx tx, Followed followed) {
    ActorId member = followed.follow().followed();
    for (PersonalList list : lists.holding(tx, followed.follow().follower(), member))
      backfill(tx, list, member);
  }

  public void blocked(Tx tx, Blocked blocked) {
    store.purge(tx, blocked.actor(), blocked.target());
    store.purge(tx, blocked.target(), blocked.actor());
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    store.purge(tx, hidden.actor(), hidden.domain());
  }

  public void muted(Tx tx, Muted muted) {
    store.purge(tx, muted.actor(), muted.target());
  }
}
