package social.parley.posts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Reading;

/** Reading threads, and not hearing of them any more. */
final class Threads {
  private static final int MOST = 4096;
  private static final ThreadStore.Reach MEMBERS = new ThreadStore.Reach(MOST, MOST, MOST);
  private static final ThreadStore.Reach STRANGERS = new ThreadStore.Reach(40, 20, 60);

  private final Posts.Needs needs;
  private final RecentPosts recent;
  private final Sight sight;
  private final PostStore posts = new PostStore();
  private final ThreadStore store = new ThreadStore();
  private final Visibility visibility = new Visibility();

  Threads(Posts.Needs needs, RecentPosts recent, Sight sight) {
    this.needs = needs;
    this.recent = recent;
    this.sight = sight;
  }

  /** What the viewer may see around a post; not inside a write. */
  Thread context(@Nullable ActorId viewer, Post post) {
    List<ThreadStore.Around> around =
        needs
            .database()
            .read(db -> store.around(db, post.id(), viewer == null ? STRANGERS : MEMBERS));
    List<PostId> up =
        around.stream().filter(ThreadStore.Around::above).map(ThreadStore.Around::id).toList();
    List<PostId> all = new ArrayList<>(up.reversed());
    for (ThreadStore.Around one : around) if (!one.above()) all.add(one.id());
    Map<PostId, Post> known = recent.posts(all);
    List<Post> visible =
        sight.visible(viewer, all.stream().map(known::get).filter(Objects::nonNull).toList());
    Set<PostId> above = Set.copyOf(up);
    List<Post> ancestors = new ArrayList<>();
    List<Post> descendants = new ArrayList<>();
    for (Post one : wanted(viewer, visible))
      (above.contains(one.id()) ? ancestors : descendants).add(one);
    return new Thread(ancestors, depthFirst(post, descendants));
  }

  /** What the viewer has not chosen not to see. */
  private List<Post> wanted(@Nullable ActorId viewer, List<Post> visible) {
    if (viewer == null || visible.isEmpty()) return visible;
    Set<ActorId> authors = new HashSet<>();
    for (Post post : visible) authors.add(post.author());
    Set<ActorId> unwanted =
        needs.database().read(db -> store.unwanted(db, viewer, authors, needs.clock().instant()));
    return visible.stream().filter(post -> !unwanted.contains(post.author())).toList();
  }

  /** A person's answers to themselves come first, else the oldest. */
  private static List<Post> depthFirst(Post top, List<Post> below) {
    Map<PostId, List<Post>> children = new HashMap<>();
    for (Post post : below)
      if (post.inReplyTo() != null)
        children.computeIfAbsent(post.inReplyTo(), _ -> new ArrayList<>()).add(post);
    List<Post> ordered = new ArrayList<>();
    Deque<Post> open = new ArrayDeque<>();
    Set<PostId> seen = new HashSet<>();
    open.push(top);
    while (!open.isEmpty()) {
      Post post = open.pop();
      if (!seen.add(post.id())) continue;
      if (post != top) ordered.add(post);
      List<Post> answers = new ArrayList<>(children.getOrDefault(post.id(), List.of()));
      answers.sort((one, other) -> {
        boolean own = one.author().equals(post.author());
        boolean otherOwn = other.author().equals(post.author());
        return own != otherOwn ? (own ? -1 : 1) : one.id().compareTo(other.id());
      });
      for (Post answer : answers.reversed()) open.push(answer);
    }
    // What answers something that is not shown comes last.
    for (Post post : below) if (seen.add(post.id())) ordered.add(post);
    return ordered;
  }

  void mute(ActorId me, PostId id) {
    needs
        .database()
        .run(tx -> store.mute(tx, me, root(visible(tx, me, id)), needs.clock().instant()));
  }

  void unmute(ActorId me, PostId id) {
    needs.database().run(tx -> store.unmute(tx, me, root(visible(tx, me, id))));
  }

  private Post visible(Reading db, ActorId me, PostId id) {
    return posts
        .byId(db, id)
        .filter(post -> visibility.canSee(db, me, post))
        .orElseThrow(Refused.NotFound::new);
  }

  /** Those of the posts whose thread somebody has muted. */
  Set<PostId> muted(Reading db, ActorId actor, Collection<Post> of) {
    Set<PostId> roots = new HashSet<>();
    for (Post post : of) roots.add(root(post));
    Set<PostId> mutedRoots = store.muted(db, actor, roots);
    Set<PostId> muted = new HashSet<>();
    for (Post post : of) if (mutedRoots.contains(root(post))) muted.add(post.id());
    return muted;
  }

  private static PostId root(Post post) {
    return post.threadRoot() == null ? post.id() : post.threadRoot();
  }
}
