package social.parley.posts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Ref;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Replies and boosts that wait until the author of their target agrees. */
public final class HeldPosts {
  private final PostWriter writer;
  private final PostActivities activities;
  private final PostStore posts = new PostStore();

  HeldPosts(PostWriter writer, PostActivities activities) {
    this.writer = writer;
    this.activities = activities;
  }

  /** The author agrees; the stamp proves it, where other servers need it. */
  public Post release(Tx tx, Post held, @Nullable Iri stamp) {
    return held.held() ? writer.release(tx, held, stamp) : held;
  }

  /** The author does not agree, or no more: it is not there, wherever it was shown. */
  public void withdraw(Tx tx, Post post) {
    writer.withdraw(tx, post);
  }

  /** What is shown because of this stamp; nothing where it is another's to take back. */
  public Optional<Post> shownBy(Reading db, Iri stamp, ActorId owner) {
    return posts
        .byAuthorization(db, stamp)
        .filter(post -> {
          PostId target = post.isBoost() ? post.boostOf() : post.inReplyTo();
          return target != null
              && posts.byId(db, target).filter(one -> one.author().equals(owner)).isPresent();
        });
  }

  /** What is held, as it goes to the author to be looked at. */
  public Ref written(Reading db, Post held) {
    Outgoing outgoing = activities.outgoing(db, held);
    return Ref.of(
        held.isBoost() ? activities.published(db, outgoing) : activities.document(db, outgoing));
  }

  /** The activity that publishes it; servers that know no requests are asked with that. */
  public Activity published(Reading db, Post held) {
    return activities.published(db, activities.outgoing(db, held));
  }
}
