package social.parley;

import social.parley.accounts.AccountCreated;
import social.parley.accounts.AccountDeleted;
import social.parley.accounts.TokenRevoked;
import social.parley.actors.ActorChanged;
import social.parley.actors.ActorDeleted;
import social.parley.filters.FiltersChanged;
import social.parley.follows.Blocked;
import social.parley.follows.Circles;
import social.parley.follows.FollowMended;
import social.parley.follows.FollowRequested;
import social.parley.follows.Followed;
import social.parley.follows.Muted;
import social.parley.follows.RequestWithdrawn;
import social.parley.follows.Unblocked;
import social.parley.follows.Unfollowed;
import social.parley.lists.ListChanged;
import social.parley.lists.ListEnded;
import social.parley.lists.ListJoined;
import social.parley.lists.ListLeft;
import social.parley.lists.Lists;
import social.parley.media.MediaMeasured;
import social.parley.notifications.NotificationsMerged;
import social.parley.notifications.Notified;
import social.parley.notifications.Notifier;
import social.parley.posts.MarksChanged;
import social.parley.posts.PinChanged;
import social.parley.posts.PollCounted;
import social.parley.posts.PollEnded;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostOutbox;
import social.parley.posts.PostPublished;
import social.parley.posts.PostTouched;
import social.parley.posts.Posts;
import social.parley.reactions.Favourited;
import social.parley.reactions.Reacted;
import social.parley.reactions.Unfavourited;
import social.parley.reactions.Unreacted;
import social.parley.storage.Subscribers;
import social.parley.streaming.Streams;
import social.parley.timelines.HomeFeed;
import social.parley.timelines.HomesWritten;
import social.parley.timelines.ListFeed;
import social.parley.timelines.ListsWritten;

/** Which announcement wakes whom: the lines of {@code on} run inside the transaction, in order. */
final class Subscriptions {
  private Subscriptions() {}

  static Subscribers of(Features features) {
    Posts posts = features.posts();
    PostOutbox outbox = posts.outbox();
    HomeFeed home = features.feeds().home();
    ListFeed listFeed = features.feeds().listFeed();
    Lists lists = features.feeds().lists();
    Notifier notifier = features.notifier();
    Streams streams = features.live().streams();
    Circles circles = features.circles();
    return new Subscribers()
        .on(PostTouched.class, posts::touched)
        .on(MediaMeasured.class, posts::measured)
        .on(MarksChanged.class, features.marks()::changed)
        .on(Followed.class, circles::followed)
        .on(Unfollowed.class, circles::unfollowed)
        .on(Blocked.class, circles::blocked)
        .on(Unblocked.class, circles::unblocked)
        .on(PostPublished.class, home::published)
        .on(PostPublished.class, listFeed::published)
        .on(PostPublished.class, notifier::published)
        .on(PostPublished.class, outbox::published)
        .on(PostEdited.class, notifier::edited)
        .on(PostEdited.class, outbox::edited)
        .on(PostDeleted.class, streams::deleting)
        .on(PostDeleted.class, home::deleted)
        .on(PostDeleted.class, listFeed::deleted)
        .on(PostDeleted.class, notifier::deleted)
        .on(PostDeleted.class, outbox::deleted)
        .on(PinChanged.class, outbox::pinChanged)
        .on(PollCounted.class, outbox::counted)
        .on(PollEnded.class, notifier::pollEnded)
        .on(PollEnded.class, outbox::pollEnded)
        .on(Favourited.class, notifier::favourited)
        .on(Unfavourited.class, notifier::unfavourited)
        .on(Reacted.class, notifier::reacted)
        .on(Unreacted.class, notifier::unreacted)
        .on(Followed.class, home::followed)
        .on(Followed.class, listFeed::followed)
        .on(Followed.class, notifier::followed)
        .on(FollowRequested.class, notifier::requested)
        .on(RequestWithdrawn.class, notifier::withdrawn)
        .on(RequestWithdrawn.class, lists::withdrawn)
        .on(Unfollowed.class, lists::unfollowed)
        .on(Unfollowed.class, home::unfollowed)
        .on(Unfollowed.class, notifier::unfollowed)
        .on(Blocked.class, home::blocked)
        .on(Blocked.class, listFeed::blocked)
        .on(Blocked.class, notifier::blocked)
        .on(AccountCreated.class, notifier::signedUp)
        .on(Muted.class, home::muted)
        .on(ActorChanged.class, features.moderation().enforcement()::actorChanged)
        .on(FollowMended.class, (tx, mended) -> home.followed(tx, new Followed(mended.follow())))
        .on(Muted.class, listFeed::muted)
        .on(ListJoined.class, home::joined)
        .on(ListJoined.class, listFeed::joined)
        .on(ListLeft.class, home::left)
        .on(ListLeft.class, listFeed::left)
        .on(ListChanged.class, home::listChanged)
        .on(ListChanged.class, listFeed::listChanged)
        .on(ListEnded.class, home::listEnded)
        .on(ListEnded.class, listFeed::listEnded)
        .on(
            AccountDeleted.class,
            (tx, deleted) -> features.profiles().farewell(tx, deleted.actor()))
        .on(
            AccountDeleted.class,
            (tx, deleted) -> features.personal().filters().forget(tx, deleted.actor()))
        .on(
            ActorDeleted.class,
            (tx, deleted) -> features.follows().forget(tx, deleted.actor().id()))
        .on(ActorDeleted.class, posts::authorDeleted)
        .on(ActorDeleted.class, features.writing().scheduled()::authorDeleted)
        .after(PostPublished.class, streams::published)
        .after(HomesWritten.class, streams::homesWritten)
        .after(ListsWritten.class, streams::listsWritten)
        .after(PostEdited.class, streams::edited)
        .after(Notified.class, streams::notified)
        .after(NotificationsMerged.class, merged -> streams.toPerson(merged.recipient(), merged))
        .after(FiltersChanged.class, changed -> streams.toPerson(changed.owner(), changed))
        .after(TokenRevoked.class, streams::revoked);
  }
}
