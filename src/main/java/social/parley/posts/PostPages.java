package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;

/** Fills pages with posts from scans of their ids. */
public final class PostPages {
  /** How often a page that is short of visible posts looks on. */
  private static final int MOST_SCANS = 4;

  private final Posts posts;

  public PostPages(Posts posts) {
    this.posts = posts;
  }

  /**
   * The page of ids that a scan found without asking who may see them, if the viewer may see every
   * one; otherwise nothing, for what is hidden is not to be named by a cursor either.
   */
  public Optional<Page<Post>> whole(@Nullable ActorId viewer, Cursor cursor, List<PostId> found) {
    List<Post> seen = posts.visibleInOrder(viewer, found);
    if (seen.size() < found.size()) return Optional.empty();
    return Optional.of(Page.of(seen, cursor, post -> post.id().value()));
  }

  /**
   * What a viewer may see of what a scan finds, in its order. What has gone or is hidden makes no
   * gap: the scan goes on behind it, a few times at most. The neighbours start where the scan
   * ended, so that they miss nothing even if nothing of it is shown. Not inside a write.
   */
  public Page<Post> fill(
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
      shown.addAll(posts.visibleInOrder(viewer, ids));
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
