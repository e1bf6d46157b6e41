package social.parley.posts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.follows.Circle;

/** Asks {@link Visibility} with facts that are kept at hand, so that a page needs no statement. */
final class Sight {
  private final Posts.Needs needs;
  private final RecentPosts recent;

  Sight(Posts.Needs needs, RecentPosts recent) {
    this.needs = needs;
    this.recent = recent;
  }

  List<Post> visible(@Nullable ActorId viewer, List<Post> posts) {
    if (posts.isEmpty()) return List.of();
    Map<PostId, Post> originals = originals(posts);
    List<Post> all = new ArrayList<>(posts);
    all.addAll(originals.values());
    Visibility.Facts facts = facts(viewer, all);
    List<Post> visible = new ArrayList<>(posts.size());
    for (Post post : posts) if (Visibility.allows(facts, post, originals)) visible.add(post);
    return visible;
  }

  private Map<PostId, Post> originals(List<Post> posts) {
    List<PostId> ids = new ArrayList<>();
    for (Post post : posts) if (post.boostOf() != null) ids.add(post.boostOf());
    return ids.isEmpty() ? Map.of() : recent.posts(ids);
  }

  private Visibility.Facts facts(@Nullable ActorId viewer, List<Post> posts) {
    Circle circle = needs.circles().of(viewer);
    Set<ActorId> authors = HashSet.newHashSet(posts.size());
    for (Post post : posts) authors.add(post.author());
    Map<ActorId, Actor> actors = needs.actors().byIds(authors);
    return new Visibility.Facts(
        viewer,
        isLocal(viewer, posts),
        author -> isAbsent(actors.get(author)),
        circle::isBlockedBy,
        circle::follows,
        addressed(viewer, posts));
  }

  private static boolean isAbsent(@Nullable Actor author) {
    return author == null || author.isDeleted() || author.standing() == Standing.SUSPENDED;
  }

  /** Asked only where something stays on this server. */
  private boolean isLocal(@Nullable ActorId viewer, List<Post> posts) {
    if (viewer == null || posts.stream().noneMatch(Post::localOnly)) return false;
    Actor actor = needs.actors().byIds(Set.of(viewer)).get(viewer);
    return actor != null && actor.local();
  }

  private Set<PostId> addressed(@Nullable ActorId viewer, List<Post> posts) {
    if (viewer == null) return Set.of();
    Set<PostId> closed = new HashSet<>();
    for (Post post : posts)
      if (!post.reach().isOpen() && !post.author().equals(viewer)) closed.add(post.id());
    return closed.isEmpty()
        ? Set.of()
        : needs.database().read(db -> Visibility.addressed(db, viewer, closed));
  }
}
