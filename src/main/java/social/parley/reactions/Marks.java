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
  private static final int MOST_PEOPLE = 2000;
  private static final int MOST_POSTS = 300;

  private final Database database;
  private final Posts posts;
  private final Favourites favourites;
  private final Bookmarks bookmarks;
  private final EmojiReactions reactions;

  /** Dropped whole when its person does anything, so that it may be filled bit by bit. */
  private final ReadCache<ActorId, ConcurrentHashMap<PostId, Known>> people =
      new ReadCache<>(MOST_PEOPLE, (_, _) -> 1);

  /** A mark, and the post as it was then: its thread may be another one now. */
  private record Known(Post post, Mark mark) {}

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
    ConcurrentHashMap<PostId, Known> known =
        Objects.requireNonNull(people.one(viewer, _ -> new ConcurrentHashMap<>()));
    Map<PostId, Mark> marks = HashMap.newHashMap(among.size());
    List<Post> missing = new ArrayList<>();
    for (Post post : among) {
      Known one = known.get(post.id());
      if (one != null && one.post() == post) marks.put(post.id(), one.mark());
      else missing.add(post);
    }
    if (missing.isEmpty()) return marks;
    if (known.size() + missing.size() > MOST_POSTS) known.clear();
    Map<PostId, Mark> loaded = database.read(db -> load(db, viewer, missing));
    for (Post post : missing)
      known.put(post.id(), new Known(post, Objects.requireNonNull(loaded.get(post.id()))));
    marks.putAll(loaded);
    return marks;
  }

  private Map<PostId, Mark> load(Reading db, ActorId viewer, List<Post> among) {
    List<PostId> ids = among.stream().map(Post::id).toList();
    List<PostId> polls = among.stream().filter(Post::hasPoll).map(Post::id).toList();
    List<PostId> mine =
        among.stream().filter(post -> post.author().equals(viewer)).map(Post::id).toList();
    Set<PostId> favourited = favourites.of(db, viewer, ids);
    Set<PostId> boosted = posts.boostedBy(db, viewer, ids);
    Set<PostId> bookmarked = bookmarks.of(db, viewer, ids);
    Set<PostId> pinned = mine.isEmpty() ? Set.of() : posts.pinnedBy(db, viewer, mine);
    Set<PostId> muted = posts.mutedBy(db, viewer, among);
    Map<PostId, List<Integer>> votes =
        polls.isEmpty() ? Map.of() : posts.polls().votesOf(db, viewer, polls);
    Map<PostId, List<String>> reacted = reactions.of(db, viewer, ids);
    Map<PostId, Mark> marks = HashMap.newHashMap(ids.size());
    for (PostId id : ids)
      marks.put(
          id,
          new Mark(
              favourited.contains(id),
              boosted.contains(id),
              bookmarked.contains(id),
              pinned.contains(id),
              muted.contains(id),
              votes.getOrDefault(id, List.of()),
              reacted.getOrDefault(id, List.of())));
    return marks;
  }

  /** Somebody has done something; it is to be subscribed. */
  public void changed(Tx tx, MarksChanged changed) {
    people.drop(tx, changed.actor());
  }
}
