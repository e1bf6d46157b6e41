package social.parley.timelines;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;

/** Every list of posts by time; only what the reader may see. */
public final class Timelines {
  private final Database database;
  private final Clock clock;
  private final Posts posts;
  private final HomeStore home = new HomeStore();
  private final TimelineStore store;

  public Timelines(Database database, Clock clock, Posts posts) {
    this.database = database;
    this.clock = clock;
    this.posts = posts;
    this.store = new TimelineStore(posts.visibility());
  }

  /** What the people somebody follows write and boost, and their own posts. */
  public Page<Post> home(ActorId me, Cursor cursor) {
    return page(me, database.read(db -> home.page(db, me, cursor)), cursor);
  }

  /** Public posts that start a thread, of this server, of others, or of both. */
  public Page<Post> everyone(@Nullable ActorId viewer, PublicFilter filter, Cursor cursor) {
    return page(
        viewer,
        database.read(db -> store.everyone(db, viewer, filter, clock.instant(), cursor)),
        cursor);
  }

  public Page<Post> tagged(@Nullable ActorId viewer, TagFilter filter, Cursor cursor) {
    return page(
        viewer,
        database.read(db -> store.tagged(db, viewer, filter, clock.instant(), cursor)),
        cursor);
  }

  /** What one person wrote and boosted. */
  public Page<Post> of(
      @Nullable ActorId viewer, ActorId author, AccountFilter filter, Cursor cursor) {
    return page(
        viewer,
        database.read(db -> store.of(db, viewer, author, filter, clock.instant(), cursor)),
        cursor);
  }

  /** Loads a page of ids; what has gone or is hidden meanwhile leaves a gap, not a shifted page. */
  private Page<Post> page(@Nullable ActorId viewer, List<PostId> ids, Cursor cursor) {
    if (ids.isEmpty()) return Page.empty();
    List<PostId> newestFirst = cursor.ascending() ? ids.reversed() : ids;
    Map<PostId, Post> loaded = posts.byIds(newestFirst);
    List<Post> there = newestFirst.stream().map(loaded::get).filter(Objects::nonNull).toList();
    return new Page<>(
        posts.visible(viewer, there),
        OptionalLong.of(newestFirst.getFirst().value()),
        OptionalLong.of(newestFirst.getLast().value()));
  }
}
