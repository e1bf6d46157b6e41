package social.parley.search;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** What of the posts found somebody may see and wants to. */
final class FoundPosts {
  /** Of those kept apart only whom one follows. */
  private static final String SHOWN =
      """
      SELECT a.id FROM actors a WHERE a.id IN (<authors>)
        AND (a.id = :viewer OR a.standing = 'ok' OR EXISTS (SELECT 1 FROM follows f
          WHERE f.follower_id = :viewer AND f.followed_id = a.id AND f.state = 'accepted')) AND \
      """
          + Wanted.sql(":viewer", "a.id");

  private final Database database;
  private final Clock clock;
  private final Posts posts;

  FoundPosts(Database database, Clock clock, Posts posts) {
    this.database = database;
    this.clock = clock;
    this.posts = posts;
  }

  /** Those of some posts that show a player, or those that show none; all of them for null. */
  List<PostId> embedding(List<PostId> ids, @Nullable Boolean wanted) {
    if (wanted == null || ids.isEmpty()) return ids;
    Set<PostId> embedding = database.read(db -> embedding(db, ids));
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
    List<Post> visible = posts.visibleInOrder(viewer, ids);
    if (visible.isEmpty()) return List.of();
    List<ActorId> authors = visible.stream().map(Post::author).distinct().toList();
    Set<ActorId> shown = database.read(db -> shown(db, viewer, authors));
    return visible.stream().filter(post -> shown.contains(post.author())).toList();
  }

  private Set<ActorId> shown(Reading db, ActorId viewer, List<ActorId> authors) {
    return new HashSet<>(
        db.query(SHOWN)
            .bind("viewer", viewer)
            .bind("now", clock.instant())
            .bindList("authors", authors)
            .mapTo(ActorId.class)
            .list());
  }
}
