package social.parley.search;

import java.time.Instant;
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
import social.parley.posts.Post;
import social.parley.storage.Reading;

/** What of the posts found somebody may see and wants to. */
final class FoundPosts {
  private final Search.Needs needs;

  FoundPosts(Search.Needs needs) {
    this.needs = needs;
  }

  /** Those of some posts that show a player, or those that show none; all of them for null. */
  List<PostId> embedding(List<PostId> ids, @Nullable Boolean wanted) {
    if (wanted == null || ids.isEmpty()) return ids;
    Set<PostId> embedding = needs.database().read(db -> embedding(db, ids));
    return ids.stream().filter(id -> embedding.contains(id) == wanted).toList();
  }

  private static Set<PostId> embedding(Reading db, List<PostId> ids) {
    return new HashSet<>(
        db.query(
                """
                SELECT s.post_id FROM post_cards s JOIN cards c ON c.id = s.card_id
                WHERE s.post_id IN (<posts>) AND c.state = 'ready' AND c.html <> ''\
                """)
            .bindList("posts", ids)
            .mapTo(PostId.class)
            .list());
  }

  List<Post> wanted(ActorId viewer, List<PostId> ids) {
    List<Post> visible = needs.posts().visibleInOrder(viewer, ids);
    if (visible.isEmpty()) return List.of();
    Map<ActorId, Actor> authors = needs.actors().byIds(visible.stream().map(Post::author).toList());
    Circle circle = needs.circles().of(viewer);
    Instant now = needs.clock().instant();
    return visible.stream()
        .filter(post -> {
          Actor author = authors.get(post.author());
          return author != null && isMet(viewer, circle, author) && circle.wants(author, now);
        })
        .toList();
  }

  /** Of those kept apart only whom one follows. */
  private static boolean isMet(ActorId viewer, Circle circle, Actor author) {
    return author.id().equals(viewer)
        || author.standing() == Standing.OK
        || circle.follows(author.id());
  }
}
