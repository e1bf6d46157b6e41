package social.parley.reactions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.posts.MarksChanged;
import social.parley.posts.Post;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/** What people have done with the posts that they look at, kept at hand. */
public final class Marks {
  private static final int MOST_PEOPLE = 500;
  private static final int MOST_POSTS = 1000;

  private final Database database;
  private final MarkStore store = new MarkStore();

  /** Dropped whole when its person does anything, so that it may be filled bit by bit. */
  private final ReadCache<ActorId, Known> people = new ReadCache<>(MOST_PEOPLE, (_, _) -> 1);

  /** Marks of posts lately shown; without pins and muted threads, which are there whole. */
  private static final class Known {
    final ConcurrentHashMap<PostId, Mark> marks = new ConcurrentHashMap<>();
    volatile Set<PostId> pins = Set.of();
    volatile Set<PostId> mutedThreads = Set.of();
  }

  public Marks(Database database) {
    this.database = database;
  }

  /**
   * By the id of the post; those of posts with which nothing was done are left out. Not inside a
   * write.
   */
  public Map<PostId, Mark> of(@Nullable ActorId viewer, Collection<Post> among) {
    if (viewer == null || among.isEmpty()) return Map.of();
    Known known = Objects.requireNonNull(people.one(viewer, _ -> new Known()));
    Map<PostId, Mark> marks = new HashMap<>();
    List<Post> missing = null;
    for (Post post : among) {
      Mark mark = known.marks.get(post.id());
      if (mark != null) keep(marks, known, post, mark);
      else (missing == null ? missing = new ArrayList<>() : missing).add(post);
    }
    if (missing == null) return marks;
    Map<PostId, Mark> loaded = load(known, viewer, missing.stream().map(Post::id).toList());
    for (Post post : missing)
      keep(marks, known, post, Objects.requireNonNull(loaded.get(post.id())));
    return marks;
  }

  private static void keep(Map<PostId, Mark> marks, Known known, Post post, Mark mark) {
    Mark whole = whole(known, post, mark);
    if (whole != Mark.NONE) marks.put(post.id(), whole);
  }

  private Map<PostId, Mark> load(Known known, ActorId viewer, List<PostId> missing) {
    Map<PostId, Mark> loaded =
        database.read(db -> {
          MarkStore.Given given = store.of(db, viewer, missing);
          known.pins = given.pins();
          known.mutedThreads = given.mutedThreads();
          Map<PostId, Mark> marks = HashMap.newHashMap(missing.size());
          for (PostId id : missing) marks.put(id, mark(id, given));
          return marks;
        });
    if (known.marks.size() + missing.size() > MOST_POSTS) known.marks.clear();
    known.marks.putAll(loaded);
    return loaded;
  }

  private static Mark mark(PostId id, MarkStore.Given given) {
    Mark mark =
        new Mark(
            given.favourites().contains(id),
            given.dislikes().contains(id),
            given.boosts().contains(id),
            given.bookmarks().contains(id),
            false,
            false,
            given.votes().getOrDefault(id, List.of()),
            given.reactions().getOrDefault(id, List.of()),
            given.attendances().get(id));
    return mark.equals(Mark.NONE) ? Mark.NONE : mark;
  }

  /** The thread of a post may be another one than when its mark was made. */
  private static Mark whole(Known known, Post post, Mark mark) {
    PostId root = post.threadRoot() == null ? post.id() : post.threadRoot();
    boolean pinned = known.pins.contains(post.id());
    boolean muted = known.mutedThreads.contains(root);
    return pinned || muted ? mark.with(pinned, muted) : mark;
  }

  /** Somebody has done something; it is to be subscribed. */
  public void changed(Tx tx, MarksChanged changed) {
    people.drop(tx, changed.actor());
  }
}
