package social.parley;

import java.util.Locale;
import social.parley.accounts.AccountApproved;
import social.parley.accounts.AccountCreated;
import social.parley.accounts.AccountDeleted;
import social.parley.accounts.AccountDisabled;
import social.parley.accounts.TokenRevoked;
import social.parley.actors.ActorChanged;
import social.parley.actors.ActorDeleted;
import social.parley.announcements.Announced;
import social.parley.announcements.NoticeReacted;
import social.parley.announcements.Withdrawn;
import social.parley.appearance.AppearanceChanged;
import social.parley.cards.Cards;
import social.parley.conversations.ConversationChanged;
import social.parley.conversations.Conversations;
import social.parley.filters.FiltersChanged;
import social.parley.follows.Blocked;
import social.parley.follows.Circles;
import social.parley.follows.DomainHidden;
import social.parley.follows.DomainShown;
import social.parley.follows.FollowMended;
import social.parley.follows.FollowRequested;
import social.parley.follows.Followed;
import social.parley.follows.FollowersInStep;
import social.parley.follows.Muted;
import social.parley.follows.RequestWithdrawn;
import social.parley.follows.Unblocked;
import social.parley.follows.Unfollowed;
import social.parley.follows.Unmuted;
import social.parley.lists.ListChanged;
import social.parley.lists.ListEnded;
import social.parley.lists.ListJoined;
import social.parley.lists.ListLeft;
import social.parley.lists.Lists;
import social.parley.media.MediaChanged;
import social.parley.moderation.AuditLog;
import social.parley.moderation.RelationshipsSevered;
import social.parley.moderation.ReportFiled;
import social.parley.moderation.Warned;
import social.parley.notifications.MarkerMoved;
import social.parley.notifications.NotificationsMerged;
import social.parley.notifications.Notified;
import social.parley.notifications.Notifier;
import social.parley.posts.MarksChanged;
import social.parley.posts.PinChanged;
import social.parley.posts.PollCounted;
import social.parley.posts.PollEnded;
import social.parley.posts.PollVoted;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostOutbox;
import social.parley.posts.PostPublished;
import social.parley.posts.PostTouched;
import social.parley.posts.Posts;
import social.parley.profiles.FieldsSaved;
import social.parley.quotes.PostQuoted;
import social.parley.quotes.QuotedPostEdited;
import social.parley.reactions.Bookmarked;
import social.parley.reactions.Favourited;
import social.parley.reactions.Reacted;
import social.parley.reactions.Unfavourited;
import social.parley.reactions.Unreacted;
import social.parley.search.SearchFeed;
import social.parley.storage.Subscribers;
import social.parley.storage.Tx;
import social.parley.streaming.Streams;
import social.parley.tags.TagFeatured;
import social.parley.tags.TagFollowed;
import social.parley.tags.TagUnfollowed;
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
    Notifier notifier = features.notifier();
    Cards cards = features.writing().cards();
    Circles circles = features.circles();
    FollowersInStep inStep = features.followersInStep();
    Subscribers table =
        tags(feeds(live(features.live().streams()), features.feeds()), features.tagging());
    table = moderation(table, features.moderation(), new ModerationNews(notifier));
    features.consent().subscribe(table, notifier);
    features.curating().subscribe(table, notifier);
    return personal(table, features.personal())
        .on(PostTouched.class, posts::touched)
        .on(MediaChanged.class, posts::mediaChanged)
        .on(MarksChanged.class, features.marks()::changed)
        .on(Followed.class, circles::followed)
        .on(FollowMended.class, (tx, mended) -> circles.followed(tx, new Followed(mended.follow())))
        .on(Unfollowed.class, circles::unfollowed)
        .on(Followed.class, inStep::followed)
        .on(FollowMended.class, (tx, mended) -> inStep.followed(tx, new Followed(mended.follow())))
        .on(Unfollowed.class, inStep::unfollowed)
        .on(Blocked.class, circles::blocked)
        .on(Unblocked.class, circles::unblocked)
        .on(Muted.class, circles::muted)
        .on(Unmuted.class, circles::unmuted)
        .on(DomainHidden.class, circles::hidden)
        .on(DomainShown.class, circles::shown)
        .on(PostPublished.class, notifier::published)
        .on(PostPublished.class, outbox::published)
        .on(PostPublished.class, cards::published)
        .on(PostEdited.class, cards::edited)
        .on(PostEdited.class, notifier::edited)
        .on(PostEdited.class, outbox::edited)
        .on(PostDeleted.class, notifier::deleted)
        .on(PostDeleted.class, outbox::deleted)
        .on(PinChanged.class, outbox::pinChanged)
        .on(PollCounted.class, outbox::counted)
        .on(PollEnded.class, notifier::pollEnded)
        .on(PollEnded.class, outbox::pollEnded)
        .on(PostQuoted.class, notifier::quoted)
        .on(QuotedPostEdited.class, notifier::quotedEdited)
        .on(Favourited.class, notifier::favourited)
        .on(Unfavourited.class, notifier::unfavourited)
        .on(Followed.class, notifier::followed)
        .on(FollowRequested.class, notifier::requested)
        .on(RequestWithdrawn.class, notifier::withdrawn)
        .on(Reacted.class, notifier::reacted)
        .on(Unreacted.class, notifier::unreacted)
        .on(Unfollowed.class, notifier::unfollowed)
        .on(Blocked.class, notifier::blocked)
        .on(AccountCreated.class, notifier::signedUp)
        .on(AccountDeleted.class, notifier::accountDeleted)
        .on(ActorDeleted.class, notifier::actorDeleted)
        .on(Notified.class, features.alerts().pusher()::notified)
        .on(TokenRevoked.class, features.alerts().subscriptions()::revoked)
        .on(DomainHidden.class, notifier::hidden)
        .on(
            AccountDeleted.class,
            (tx, deleted) -> features.profiles().farewell(tx, deleted.actor()))
        .on(
            ActorDeleted.class,
            (tx, deleted) -> features.follows().forget(tx, deleted.actor().id()))
        .on(ActorDeleted.class, posts::authorDeleted)
        .on(ActorDeleted.class, features.writing().scheduled()::authorDeleted)
        .on(
            AccountDeleted.class,
            (tx, deleted) -> features.writing().drafts().forget(tx, deleted.actor()))
        .on(
            AccountDisabled.class,
            (tx, disabled) -> features.portability().imports().forget(tx, disabled.actor()))
        .on(
            AccountDeleted.class,
            (tx, deleted) -> features.portability().imports().forget(tx, deleted.actor()));
  }

  /** What the staff hears, and what is heard of it. */
  private static Subscribers moderation(
      Subscribers table, Moderation moderation, ModerationNews news) {
    return table
        .on(ReportFiled.class, news::filed)
        .on(RelationshipsSevered.class, news::severed)
        .on(Warned.class, news::warned)
        .on(AccountCreated.class, moderation.presence()::signedUp)
        .on(AccountApproved.class, moderation.sanctions()::approved)
        .on(AppearanceChanged.class, (tx, changed) -> noted(tx, changed, moderation.doors().log()))
        .on(ActorChanged.class, moderation.enforcement()::actorChanged);
  }

  private static void noted(Tx tx, AppearanceChanged changed, AuditLog log) {
    String part = changed.part().name().toLowerCase(Locale.ROOT);
    log.note(
        tx, changed.staff(), changed.removed() ? "remove" : "update", "appearance", null, part);
  }

  /** What people have arranged for themselves. */
  private static Subscribers personal(Subscribers table, Personal personal) {
    return table
        .on(Unfollowed.class, personal.endorsements()::unfollowed)
        .on(FieldsSaved.class, personal.links()::saved)
        .on(ActorChanged.class, personal.links()::changed)
        .on(Followed.class, personal.links()::followed)
        .on(AccountDeleted.class, (tx, deleted) -> personal.filters().forget(tx, deleted.actor()))
        .on(ActorDeleted.class, (tx, deleted) -> personal.forget(tx, deleted.actor().id()));
  }

  /** What fills homes and lists. */
  private static Subscribers feeds(Subscribers table, Feeds feeds) {
    HomeFeed home = feeds.home();
    ListFeed listFeed = feeds.listFeed();
    Lists lists = feeds.lists();
    Conversations conversations = feeds.conversations();
    return table
        .on(PostPublished.class, conversations::published)
        .on(PostDeleted.class, conversations::deleted)
        .on(Blocked.class, conversations::blocked)
        .on(AccountDeleted.class, (tx, deleted) -> conversations.forget(tx, deleted.actor()))
        .on(PostPublished.class, feeds.heads()::published)
        .on(PostEdited.class, feeds.heads()::edited)
        .on(PostDeleted.class, feeds.heads()::deleted)
        .on(ActorChanged.class, feeds.heads()::actorChanged)
        .on(PostPublished.class, feeds.fanOut()::published)
        .on(PostDeleted.class, home::deleted)
        .on(PostDeleted.class, listFeed::deleted)
        .on(Followed.class, feeds.syndicated()::followed)
        .on(Unfollowed.class, feeds.syndicated()::unfollowed)
        .on(PostPublished.class, feeds.hub()::published)
        .on(PostEdited.class, feeds.hub()::edited)
        .on(Followed.class, home::followed)
        .on(Followed.class, listFeed::followed)
        .on(FollowMended.class, (tx, mended) -> home.followed(tx, new Followed(mended.follow())))
        .on(RequestWithdrawn.class, lists::withdrawn)
        .on(Unfollowed.class, lists::unfollowed)
        .on(Unfollowed.class, home::unfollowed)
        .on(Blocked.class, home::blocked)
        .on(Blocked.class, listFeed::blocked)
        .on(Muted.class, home::muted)
        .on(DomainHidden.class, home::hidden)
        .on(DomainHidden.class, listFeed::hidden)
        .on(Muted.class, listFeed::muted)
        .on(TagFollowed.class, home::tagFollowed)
        .on(TagUnfollowed.class, home::tagUnfollowed)
        .on(ListJoined.class, home::joined)
        .on(ListJoined.class, listFeed::joined)
        .on(ListLeft.class, home::left)
        .on(ListLeft.class, listFeed::left)
        .on(ListChanged.class, home::listChanged)
        .on(ListChanged.class, listFeed::listChanged)
        .on(ListEnded.class, home::listEnded)
        .on(ListEnded.class, listFeed::listEnded)
        .on(AccountDeleted.class, (tx, deleted) -> lists.forget(tx, deleted.actor()));
  }

  /** What is told to those connected; who had a deleted post is asked before homes forget it. */
  private static Subscribers live(Streams streams) {
    return new Subscribers()
        .on(PostDeleted.class, streams::deleting)
        .after(PostPublished.class, streams::published)
        .after(HomesWritten.class, streams::homesWritten)
        .after(ListsWritten.class, streams::listsWritten)
        .after(PostEdited.class, streams::edited)
        .after(Notified.class, streams::notified)
        .after(
            ConversationChanged.class,
            changed -> streams.toConversations(changed.conversation().owner(), changed))
        .after(MarkerMoved.class, moved -> streams.toNotified(moved.person(), moved))
        .after(NotificationsMerged.class, merged -> streams.toPerson(merged.recipient(), merged))
        .after(FiltersChanged.class, changed -> streams.toPerson(changed.owner(), changed))
        .after(AccountDisabled.class, disabled -> streams.end(disabled.actor()))
        .after(AccountDeleted.class, deleted -> streams.end(deleted.actor()))
        .after(TokenRevoked.class, streams::revoked);
  }

  /** What counts hashtags, and tells which are shown on profiles. */
  private static Subscribers tags(Subscribers table, Tagging tagging) {
    return table
        .on(PostPublished.class, tagging.uses()::published)
        .on(PostPublished.class, tagging.featured()::published)
        .on(PostEdited.class, tagging.uses()::edited)
        .on(PostEdited.class, tagging.featured()::edited)
        .on(PostDeleted.class, tagging.uses()::deleted)
        .on(PostDeleted.class, tagging.featured()::deleted)
        .on(TagFeatured.class, tagging.outbox()::featured)
        .on(AccountDeleted.class, (tx, deleted) -> tagging.follows().forget(tx, deleted.actor()))
        .on(AccountDeleted.class, (tx, deleted) -> tagging.featured().forget(tx, deleted.actor()));
  }

  /** What search follows, and who is told of announcements. */
  static Subscribers discovery(Features features) {
    SearchFeed feed = features.discovery().search().feed();
    Streams streams = features.live().streams();
    return new Subscribers()
        .on(PostPublished.class, feed::published)
        .on(PostEdited.class, feed::edited)
        .on(PostDeleted.class, feed::deleted)
        .on(Favourited.class, feed::favourited)
        .on(Unfavourited.class, feed::unfavourited)
        .on(Bookmarked.class, feed::bookmarked)
        .on(PollVoted.class, feed::voted)
        .on(ActorChanged.class, feed::actorChanged)
        .on(ActorDeleted.class, feed::actorDeleted)
        .after(Announced.class, streams::toEverybody)
        .after(Withdrawn.class, streams::toEverybody)
        .after(NoticeReacted.class, streams::toEverybody);
  }
}
