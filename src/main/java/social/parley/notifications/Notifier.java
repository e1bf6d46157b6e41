package social.parley.notifications;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.follows.DomainHidden;
import social.parley.follows.Follow;
import social.parley.follows.FollowRequested;
import social.parley.follows.Followed;
import social.parley.follows.RequestWithdrawn;
import social.parley.posts.PollEnded;
import social.parley.posts.Post;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.reactions.Favourited;
import social.parley.reactions.Unfavourited;
import social.parley.storage.Tx;

/** Writes notifications inside the transactions of what they tell about. */
public final class Notifier {
  private final Ids ids;
  private final Clock clock;
  private final Posts posts;
  private final NotificationStore store = new NotificationStore();

  public Notifier(Ids ids, Clock clock, Posts posts) {
    this.ids = ids;
    this.clock = clock;
    this.posts = posts;
  }

  public void published(Tx tx, PostPublished published) {
    if (!published.arrivedNow()) return;
    Post post = published.post();
    Post boosted = published.boosted();
    if (boosted != null) {
      if (boosted.local())
        tell(tx, boosted.author(), NotificationType.BOOST, post.author(), boosted.id());
      return;
    }
    for (ActorId named : published.toNotify())
      if (!posts.mutesThread(tx, named, post))
        tell(tx, named, NotificationType.MENTION, post.author(), post.id());
    if (post.inReplyToIri() == null)
      for (ActorId subscriber : store.subscribers(tx, post.author()))
        if (posts.visibility().canSee(tx, subscriber, post))
          tell(tx, subscriber, NotificationType.POST, post.author(), post.id());
  }

  public void edited(Tx tx, PostEdited edited) {
    for (ActorId booster : store.localBoosters(tx, edited.post().id())) {
      store.remove(tx, booster, NotificationType.EDIT, edited.post().author(), edited.post().id());
      tell(tx, booster, NotificationType.EDIT, edited.post().author(), edited.post().id());
    }
  }

  public void favourited(Tx tx, Favourited favourited) {
    Post post = favourited.post();
    if (post.local())
      tell(tx, post.author(), NotificationType.FAVOURITE, favourited.actor(), post.id());
  }

  public void unfavourited(Tx tx, Unfavourited unfavourited) {
    Post post = unfavourited.post();
    store.remove(tx, post.author(), NotificationType.FAVOURITE, unfavourited.actor(), post.id());
  }

  public void followed(Tx tx, Followed followed) {
    Follow follow = followed.follow();
    store.remove(tx, follow.followed(), NotificationType.FOLLOW_REQUEST, follow.follower(), null);
    store.remove(tx, follow.followed(), NotificationType.FOLLOW, follow.follower(), null);
    tell(tx, follow.followed(), NotificationType.FOLLOW, follow.follower(), null);
  }

  public void requested(Tx tx, FollowRequested requested) {
    Follow follow = requested.follow();
    tell(tx, follow.followed(), NotificationType.FOLLOW_REQUEST, follow.follower(), null);
  }

  public void withdrawn(Tx tx, RequestWithdrawn withdrawn) {
    store.remove(
        tx, withdrawn.followed(), NotificationType.FOLLOW_REQUEST, withdrawn.follower(), null);
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    store.forget(tx, hidden.actor(), hidden.domain());
  }

  public void pollEnded(Tx tx, PollEnded ended) {
    for (ActorId concerned : ended.concerned())
      tell(tx, concerned, NotificationType.POLL, ended.post().author(), ended.post().id());
  }

  private void tell(
      Tx tx, ActorId recipient, NotificationType type, ActorId actor, @Nullable PostId post) {
    // Only the end of a poll concerns its own author.
    if (recipient.equals(actor) && type != NotificationType.POLL) return;
    Notification notification =
        new Notification(ids.next(), recipient, type, actor, post, clock.instant());
    if (store.insert(tx, notification)) tx.announce(new Notified(notification));
  }
}
