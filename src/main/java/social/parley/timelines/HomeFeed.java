package social.parley.timelines;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import social.parley.core.ActorId;
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
import social.parley.posts.PostDeleted;
import social.parley.storage.Database;
import social.parley.storage.Tx;
import social.parley.tags.TagFollowed;
import social.parley.tags.TagUnfollowed;

/** Keeps homes right as people meet and part, and as posts go. */
public final class HomeFeed {
  private static final int BACKFILL = 40;
  private static final int TAG_BACKFILL = 20;
  private static final int KEPT = 1000;
  private static final String TRIM = "timelines.trim";

  private final Database database;
  private final Clock clock;
  private final Follows follows;
  private final Lists lists;
  private final Heads heads;
  private final EntryStore<ActorId> entries = EntryStore.homes();
  private final BackfillStore latest = new BackfillStore();

  public HomeFeed(
      Database database, Clock clock, Jobs jobs, Follows follows, Lists lists, Heads heads) {
    this.database = database;
    this.clock = clock;
    this.follows = follows;
    this.lists = lists;
    this.heads = heads;
    jobs.every(Duration.ofHours(24), TRIM, this::trim);
  }

  private void trim() {
    database.run(tx -> entries.trim(tx, KEPT));
  }

  public void deleted(Tx tx, PostDeleted deleted) {
    entries.remove(tx, deleted.post());
  }

  /** A new follower finds the latest posts on the home at once. */
  public void followed(Tx tx, Followed followed) {
    backfill(tx, followed.follow().follower(), followed.follow().followed());
  }

  private void backfill(Tx tx, ActorId owner, ActorId author) {
    latest.home(tx, owner, author, clock.instant(), BACKFILL);
    heads.changed(tx, Set.of(owner));
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    leave(tx, unfollowed.follower(), unfollowed.followed());
  }

  private void leave(Tx tx, ActorId owner, ActorId author) {
    entries.leave(tx, owner, author);
    heads.changed(tx, Set.of(owner));
  }

  /** The same for those who follow a hashtag. */
  public void tagFollowed(Tx tx, TagFollowed followed) {
    latest.tag(tx, followed.actor(), followed.tag(), clock.instant(), TAG_BACKFILL);
    heads.changed(tx, Set.of(followed.actor()));
  }

  public void tagUnfollowed(Tx tx, TagUnfollowed unfollowed) {
    latest.leave(tx, unfollowed.actor(), unfollowed.tag());
    heads.changed(tx, Set.of(unfollowed.actor()));
  }

  public void blocked(Tx tx, Blocked blocked) {
    entries.purge(tx, blocked.actor(), blocked.target());
    entries.purge(tx, blocked.target(), blocked.actor());
    heads.changed(tx, Set.of(blocked.actor(), blocked.target()));
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    entries.purge(tx, hidden.actor(), hidden.domain());
    heads.changed(tx, Set.of(hidden.actor()));
  }

  public void muted(Tx tx, Muted muted) {
    entries.purge(tx, muted.actor(), muted.target());
    heads.changed(tx, Set.of(muted.actor()));
  }

  /** An exclusive list keeps its members off the home. */
  public void joined(Tx tx, ListJoined joined) {
    PersonalList list = joined.list();
    if (list.exclusive() && !joined.member().equals(list.ownerId()))
      leave(tx, list.ownerId(), joined.member());
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
