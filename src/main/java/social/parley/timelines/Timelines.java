package social.parley.timelines;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
  private final Heads heads;
  private final PostPages pages;
  private final Lists lists;
  private final EntryStore<ActorId> homes = EntryStore.homes();
  private final EntryStore<ListId> listed = EntryStore.lists();
  private final TimelineStore store;

  public Timelines(
      Database database, Clock clock, Circles circles, Posts posts, Lists lists, Heads heads) {
    this.database = database;
    this.clock = clock;
    this.circles = circles;
    this.posts = posts;
    this.heads = heads;
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
    Function<Cursor, List<PostId>> scan =
        at -> database.read(db -> homes.page(db, me, me, filter, at));
    return pages.fill(me, cursor, filter == HomeFilter.ALL ? at -> heads.home(me, at, scan) : scan);
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
    return pages.fill(viewer, cursor, at -> everyone(unwanted, filter, at));
  }

  private List<PostId> everyone(Unwanted unwanted, PublicFilter filter, Cursor cursor) {
    List<PostId> ids =
        heads.everyone(
            filter,
            cursor,
            at -> database.read(db -> store.everyone(db, Unwanted.NOBODY, filter, at)));
    return spares(unwanted, ids)
        ? ids
        : database.read(db -> store.everyone(db, unwanted, filter, cursor));
  }

  private boolean spares(Unwanted unwanted, List<PostId> ids) {
    return unwanted.isNobody() || unwanted.spares(authors(ids));
  }

  /** Who wrote posts, and what they pass on. */
  private Set<ActorId> authors(List<PostId> ids) {
    Set<ActorId> authors = new HashSet<>();
    List<PostId> boosted = new ArrayList<>();
    for (Post post : posts.byIds(ids).values()) {
      authors.add(post.author());
      if (post.boostOf() != null) boosted.add(post.boostOf());
    }
    if (!boosted.isEmpty())
      for (Post post : posts.byIds(boosted).values()) authors.add(post.author());
    return authors;
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
    // Hardly ever is anything of one person's hidden: asking the index alone costs a third.
    List<PostId> found =
        heads.of(
            author,
            filter,
            cursor,
            at -> database.read(db -> store.of(db, null, Unwanted.NOBODY, author, filter, at)));
    return filter.excludeBoosts() || spares(unwanted, found)
        ? pages
            .whole(viewer, cursor, found)
            .orElseGet(() -> visible(viewer, author, filter, cursor, unwanted))
        : visible(viewer, author, filter, cursor, unwanted);
  }

  private Page<Post> visible(
      @Nullable ActorId viewer,
      ActorId author,
      AccountFilter filter,
      Cursor cursor,
      Unwanted unwanted) {
    ActorId reader = viewer == null ? Visibility.NOBODY : viewer;
    return pages.fill(
        viewer,
        cursor,
        at -> database.read(db -> store.of(db, reader, unwanted, author, filter, at)));
  }

  private Unwanted unwanted(@Nullable ActorId viewer) {
    return circles.of(viewer).unwanted(clock.instant());
  }
}
