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
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What people have done with the posts that they look at, kept at hand. */
public final class Marks {
  private static final int MOST_PEOPLE = 500;
  private static final int MOST_POSTS = 1000;

  private final Database database;
  private final Posts posts;
  private final Favourites favourites;
  private final Bookmarks bookmarks;
  private final EmojiReactions reactions;

  /** Dropped whole when its person does anything, so that it may be filled bit by bit. */
  private final ReadCache<ActorId, Known> people = new ReadCache<>(MOST_PEOPLE, (_, _) -> 1);

  /** All that somebody has pinned and muted, and what else they did with posts lately shown. */
  private record Known(
      Set<PostId> pins, Set<PostId> mutedThreads, ConcurrentHashMap<PostId, Deeds> deeds) {}

  private record Deeds(
      boolean favourited,
      boolean boosted,
      boolean bookmarked,
      List<Integer> votes,
      List<String> reactions) {
    static final Deeds NONE = new Deeds(false, false, false, List.of(), List.of());

    boolean isNone() {
      return !favourited && !boosted && !bookmarked && votes.isEmpty() && reactions.isEmpty();
    }
  }

  public Marks(
      Database database,
      Posts posts,
      Favourites favourites,
      Bookmarks bookmarks,
      EmojiReactions reactions) {
    this.database = database;
    this.posts = posts;
    this.favourites = favourites;
    this.bookmarks = bookmarks;
    this.reactions = reactions;
  }

  /** One for each post, by its id; for a stranger there are none. Not inside a write. */
  public Map<PostId, Mark> of(@Nullable ActorId viewer, Collection<Post> among) {
    if (viewer == null || among.isEmpty()) return Map.of();
    Known known = known(viewer);
    Map<PostId, Mark> marks = HashMap.newHashMap(among.size());
    List<Post> missing = new ArrayList<>();
    for (Post post : among) {
      Deeds deeds = known.deeds().get(post.id());
      if (deeds == null) missing.add(post);
      else marks.put(post.id(), mark(known, post, deeds));
    }
    if (missing.isEmpty()) return marks;
    if (known.deeds().size() + missing.size() > MOST_POSTS) known.deeds().clear();
    Map<PostId, Deeds> loaded = database.read(db -> load(db, viewer, missing));
    known.deeds().putAll(loaded);
    for (Post post : missing)
      marks.put(post.id(), mark(known, post, loaded.getOrDefault(post.id(), Deeds.NONE)));
    return marks;
  }

  private Known known(ActorId viewer) {
    return Objects.requireNonNull(
        people.one(
            viewer,
            id ->
                database.read(db ->
                    new Known(
                        Set.copyOf(posts.pins(db, id)),
                        posts.mutedThreads(db, id),
                        new ConcurrentHashMap<>()))));
  }

  private static Mark mark(Known known, Post post, Deeds deeds) {
    PostId root = post.threadRoot() == null ? post.id() : post.threadRoot();
    boolean pinned = known.pins().contains(post.id());
    boolean muted = known.mutedThreads().contains(root);
    if (deeds == Deeds.NONE && !pinned && !muted) return Mark.NONE;
    return new Mark(
        deeds.favourited(),
        deeds.boosted(),
        deeds.bookmarked(),
        pinned,
        muted,
        deeds.votes(),
        deeds.reactions());
  }

  private Map<PostId, Deeds> load(Reading db, ActorId viewer, List<Post> among) {
    List<PostId> ids = among.stream().map(Post::id).toList();
    List<PostId> polls = among.stream().filter(Post::hasPoll).map(Post::id).toList();
    Set<PostId> favourited = favourites.of(db, viewer, ids);
    Set<PostId> boosted = posts.boostedBy(db, viewer, ids);
    Set<PostId> bookmarked = bookmarks.of(db, viewer, ids);
    Map<PostId, List<String>> reacted = reactions.of(db, viewer, ids);
    Map<PostId, List<Integer>> votes =
        polls.isEmpty() ? Map.of() : posts.polls().votesOf(db, viewer, polls);
    Map<PostId, Deeds> loaded = HashMap.newHashMap(ids.size());
    for (PostId id : ids) {
      Deeds deeds =
          new Deeds(
              favourited.contains(id),
              boosted.contains(id),
              bookmarked.contains(id),
              votes.getOrDefault(id, List.of()),
              reacted.getOrDefault(id, List.of()));
      loaded.put(id, deeds.isNone() ? Deeds.NONE : deeds);
    }
    return loaded;
  }

  /** Somebody has done something; it is to be subscribed. */
  public void changed(Tx tx, MarksChanged changed) {
    people.drop(tx, changed.actor());
  }
}
