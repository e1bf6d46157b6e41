package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import social.parley.activitystreams.Activity;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Reading;

/**
 * Everything that somebody here has written or passed on, whoever may see it, as the activities
 * that published it: for its author alone.
 */
public final class OwnPosts {
  private final Posts.Needs needs;
  private final PostActivities activities;
  private final PostStore store = new PostStore();

  OwnPosts(Posts.Needs needs, PostActivities activities) {
    this.needs = needs;
    this.activities = activities;
  }

  /** Some of them, the oldest first; {@code next} is where the rest begins, if there is any. */
  public record Some(List<Activity> activities, OptionalLong next) {
    public Some {
      activities = List.copyOf(activities);
    }
  }

  /** Those after a post, which {@code 0} is before; not inside a read or a write. */
  public Some after(ActorId author, long post, int most) {
    return needs.database().read(db -> after(db, author, post, most));
  }

  private Some after(Reading db, ActorId author, long post, int most) {
    List<PostId> ids =
        db.query(
                """
                SELECT id FROM posts WHERE author_id = :author AND id > :post
                ORDER BY id LIMIT :most\
                """)
            .bind("author", author)
            .bind("post", post)
            .bind("most", most)
            .mapTo(PostId.class)
            .list();
    List<Activity> published = new ArrayList<>();
    for (Post one : store.byIds(db, ids).values())
      try {
        published.add(activities.published(db, activities.outgoing(db, one)));
      } catch (Refused.NotFound goneMeanwhile) {
        // The original of a boost: on PostgreSQL it may go between two statements of a read.
        continue;
      }
    return new Some(
        published,
        ids.size() < most ? OptionalLong.empty() : OptionalLong.of(ids.getLast().value()));
  }
}
