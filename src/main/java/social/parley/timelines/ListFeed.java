package social.parley.timelines;

import java.time.Clock;
import java.time.Duration;
import social.parley.core.ActorId;
import social.parley.follows.Blocked;
import social.parley.follows.DomainHidden;
import social.parley.follows.Followed;
import social.parley.follows.Muted;
import social.parley.jobs.Jobs;
import social.parley.lists.ListChanged;
import social.parley.lists.ListEnded;
import social.parley.lists.ListId;
import social.parley.lists.ListJoined;
import social.parley.lists.ListLeft;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.posts.PostDeleted;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** Keeps lists right as people join and leave them, meet and part, and as posts go. */
public final class ListFeed {
  private static final int BACKFILL = 40;
  private static final int KEPT = 1000;
  private static final String TRIM = "timelines.trim-lists";

  private final Database database;
  private final Clock clock;
  private final Lists lists;
  private final EntryStore<ListId> entries = EntryStore.lists();
  private final BackfillStore latest = new BackfillStore();

  public ListFeed(Database database, Clock clock, Jobs jobs, Lists lists) {
    this.database = database;
    this.clock = clock;
    this.lists = lists;
    jobs.every(Duration.ofHours(24), TRIM, this::trim);
  }

  private void trim() {
    database.run(tx -> entries.trim(tx, KEPT));
  }

  public void deleted(Tx tx, PostDeleted deleted) {
    entries.remove(tx, deleted.post());
  }

  public void joined(Tx tx, ListJoined joined) {
    backfill(tx, joined.list(), joined.member());
  }

  private void backfill(Tx tx, PersonalList list, ActorId member) {
    latest.list(tx, list, member, clock.instant(), BACKFILL);
  }

  public void left(Tx tx, ListLeft left) {
    entries.leave(tx, left.list().id(), left.member());
  }

  public void listEnded(Tx tx, ListEnded ended) {
    entries.clear(tx, ended.list().id());
  }

  /** With another choice of replies the latest posts are chosen anew. */
  public void listChanged(Tx tx, ListChanged changed) {
    PersonalList list = changed.after();
    if (changed.before().replies() == list.replies()) return;
    entries.clear(tx, list.id());
    for (ActorId member : lists.members(tx, list.id())) backfill(tx, list, member);
  }

  /** Somebody who was put on lists while still asked to let the owner follow. */
  public void followed(Tx tx, Followed followed) {
    ActorId member = followed.follow().followed();
    for (PersonalList list : lists.holding(tx, followed.follow().follower(), member))
      backfill(tx, list, member);
  }

  public void blocked(Tx tx, Blocked blocked) {
    entries.purge(tx, blocked.actor(), blocked.target());
    entries.purge(tx, blocked.target(), blocked.actor());
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    entries.purge(tx, hidden.actor(), hidden.domain());
  }

  public void muted(Tx tx, Muted muted) {
    entries.purge(tx, muted.actor(), muted.target());
  }
}
