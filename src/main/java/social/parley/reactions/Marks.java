package social.parley.reactions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Only this process changes what people have done, and tells so. */
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Database database;
  private final MarkStore store = new MarkStore();

  /** Dropped whole when its person does anything, so that it may be filled bit by bit. */
  private final ReadCache<ActorId, Known> people = new ReadCache<>(MOST_PEOPLE, (_, _) -> 1, KEPT);

  /** What is known about one person. */
  private static final class Known {
    private volatile KnownMarks marks = KnownMarks.NONE;

    synchronized void add(KnownMarks more) {
      marks = marks.with(more);
    }
  }

  public Marks(Database database) {
    this.database = database;
  }

  /** By the id of the post; posts with which nothing was done are left out. Not inside a write. */
  public Map<PostId, Mark> of(@Nullable ActorId viewer, Collection<Post> among) {
    if (viewer == null || among.isEmpty()) return Map.of();
    Known known = Objects.requireNonNull(people.one(viewer, _ -> new Known()));
    KnownMarks there = known.marks;
    List<PostId> missing = new ArrayList<>();
    for (Post post : among) if (!there.covers(post.id())) missing.add(post.id());
    boolean all = missing.isEmpty();
    KnownMarks loaded = all ? there : load(known, viewer, missing);
    Map<PostId, Mark> marks = new HashMap<>();
    for (Post post : among) {
      Mark mark = (all || there.covers(post.id()) ? there : loaded).of(post, loaded);
      if (mark != Mark.NONE) marks.put(post.id(), mark);
    }
    return marks;
  }

  private KnownMarks load(Known known, ActorId viewer, List<PostId> missing) {
    KnownMarks loaded = database.read(db -> KnownMarks.of(missing, store.of(db, viewer, missing)));
    known.add(loaded);
    return loaded;
  }

  /** Somebody has done something; it is to be subscribed. */
  public void changed(Tx tx, MarksChanged changed) {
    people.drop(tx, changed.actor());
  }
}
