package social.parley.timelines;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.follows.Circles;
import social.parley.follows.Unwanted;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.posts.Post;
import social.parley.posts.PostPages;
import social.parley.posts.Posts;
import social.parley.posts.Visibility;
import social.parley.storage.Database;

/** Every list of posts by time; only what the reader may see. */
public final class Timelines {
  private final Database database;
  private final Clock clock;
  private final Circles circles;
  private final Posts posts;
  private final PostPages pages;
  private final Lists lists;
  private final EntryStore<ActorId> homes = EntryStore.homes();
  private final EntryStore<ListId> listed = EntryStore.lists();
  private final TimelineStore store;

  public Timelines(Database database, Clock clock, Circles circles, Posts posts, Lists lists) {
    this.database = database;
    this.clock = clock;
    this.circles = circles;
    this.posts = posts;
    this.pages = new PostPages(posts);
    this.lists = lists;
    this.store = new TimelineStore(posts.visibility());
  }

  /** What the people somebody follows write and boost, and their own posts. */
  public Page<Post> home(ActorId me, Cursor cursor) {
    return home(me, HomeFilter.ALL, cursor);
  }

  /** The same, or only a part of it. */
  public Page<Post> home(ActorId me, HomeFilter filter, Cursor cursor) {
    return pages.fill(me, cursor, at -> database.read(db -> homes.page(db, me, me, filter, at)));
  }

  /**
   * The boosts of some posts by people whom somebody follows, the earliest first, also those that
   * their home leaves out because the post is on it already.
   */
  public List<Post> boosts(ActorId me, Collection<PostId> of, long above) {
    if (of.isEmpty()) return List.of();
    Unwanted unwanted = unwanted(me);
    return posts.visibleInOrder(me, database.read(db -> store.boosts(db, me, unwanted, of, above)));
  }

  /** What the members of somebody's list write and boost. */
  public Page<Post> list(ActorId me, ListId id, Cursor cursor) {
    Page<Post> page =
        pages.fill(
            me, cursor, at -> database.read(db -> listed.page(db, me, id, HomeFilter.ALL, at)));
    // Nothing is found on what is no list of theirs either, of which they are told nothing else.
    if (page.items().isEmpty()) lists.check(me, id);
    return page;
  }

  /** Public posts that start a thread, of this server, of others, or of both. */
  public Page<Post> everyone(@Nullable ActorId viewer, PublicFilter filter, Cursor cursor) {
    Unwanted unwanted = unwanted(viewer);
    return pages.fill(
        viewer, cursor, at -> database.read(db -> store.everyone(db, unwanted, filter, at)));
  }

  public Page<Post> tagged(@Nullable ActorId viewer, TagFilter filter, Cursor cursor) {
    Unwanted unwanted = unwanted(viewer);
    return pages.fill(
        viewer, cursor, at -> database.read(db -> store.tagged(db, unwanted, filter, at)));
  }

  /** What one person wrote and boosted. */
  public Page<Post> of(
      @Nullable ActorId viewer, ActorId author, AccountFilter filter, Cursor cursor) {
    Unwanted unwanted = unwanted(viewer);
    ActorId reader = viewer == null ? Visibility.NOBODY : viewer;
    return pages.fill(
        viewer,
        cursor,
        at -> database.read(db -> store.of(db, null, unwanted, author, filter, at)),
        at -> database.read(db -> store.of(db, reader, unwanted, author, filter, at)));
  }

  private Unwanted unwanted(@Nullable ActorId viewer) {
    return circles.of(viewer).unwanted(clock.instant());
  }
}
