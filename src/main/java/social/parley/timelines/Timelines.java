package social.parley.timelines;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;

/** Every list of posts by time; only what the reader may see. */
public final class Timelines {
  /** How often a page that is short of visible posts looks on. */
  private static final int MOST_SCANS = 4;

  private final Database database;
  private final Clock clock;
  private final Posts posts;
  private final Lists lists;
  private final HomeStore home = new HomeStore();
  private final ListEntryStore entries = new ListEntryStore();
  private final TimelineStore store;

  public Timelines(Database database, Clock clock, Posts posts, Lists lists) {
    this.database = database;
    this.clock = clock;
    this.posts = posts;
    this.lists = lists;
    this.store = new TimelineStore(posts.visibility());
  }

  /** What the people somebody follows write and boost, and their own posts. */
  public Page<Post> home(ActorId me, Cursor cursor) {
    return home(me, false, cursor);
  }

  /** The same, or only what is of this server. */
  public Page<Post> home(ActorId me, boolean local, Cursor cursor) {
    return page(me, cursor, at -> database.read(db -> home.page(db, me, local, at)));
  }

  /** What the members of somebody's list write and boost. */
  public Page<Post> list(ActorId me, ListId id, Cursor cursor) {
    ListId own = lists.own(me, id).id();
    return page(me, cursor, at -> database.read(db -> entries.page(db, own, at)));
  }

  /** Public posts that start a thread, of this server, of others, or of both. */
  public Page<Post> everyone(@Nullable ActorId viewer, PublicFilter filter, Cursor cursor) {
    Instant now = clock.instant();
    return page(
        viewer, cursor, at -> database.read(db -> store.everyone(db, viewer, filter, now, at)));
  }

  public Page<Post> tagged(@Nullable ActorId viewer, TagFilter filter, Cursor cursor) {
    Instant now = clock.instant();
    return page(
        viewer, cursor, at -> database.read(db -> store.tagged(db, viewer, filter, now, at)));
  }

  /** What one person wrote and boosted. */
  public Page<Post> of(
      @Nullable ActorId viewer, ActorId author, AccountFilter filter, Cursor cursor) {
    Instant now = clock.instant();
    return page(
        viewer, cursor, at -> database.read(db -> store.of(db, viewer, author, filter, now, at)));
  }

  /**
   * Fills a page from a scan of ids. What has gone or is hidden meanwhile makes no gap: the scan
   * goes on behind it, a few times at most. The neighbours start where the scan ended, so that they
   * miss nothing even if nothing of it is shown.
   */
  private Page<Post> page(
      @Nullable ActorId viewer, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    List<Post> shown = new ArrayList<>();
    PostId first = null;
    PostId last = null;
    Cursor rest = cursor;
    for (int scans = 0; scans < MOST_SCANS && shown.size() < cursor.limit(); scans++) {
      List<PostId> ids = scan.apply(rest);
      if (ids.isEmpty()) break;
      if (first == null) first = ids.getFirst();
      last = ids.getLast();
      Map<PostId, Post> loaded = posts.byIds(ids);
      List<Post> there = ids.stream().map(loaded::get).filter(Objects::nonNull).toList();
      shown.addAll(posts.visible(viewer, there));
      if (ids.size() < cursor.limit()) break;
      rest = rest.past(last.value());
    }
    if (first == null || last == null) return Page.empty();
    if (shown.size() > cursor.limit()) {
      shown = shown.subList(0, cursor.limit());
      last = shown.getLast().id();
    }
    OptionalLong begin = OptionalLong.of(first.value());
    OptionalLong end = OptionalLong.of(last.value());
    return cursor.ascending()
        ? new Page<>(shown.reversed(), end, begin)
        : new Page<>(shown, begin, end);
  }
}
