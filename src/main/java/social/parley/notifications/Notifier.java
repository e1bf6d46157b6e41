package social.parley.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.AccountCreated;
import social.parley.accounts.AccountDeleted;
import social.parley.accounts.Accounts;
import social.parley.accounts.Role;
import social.parley.actors.ActorDeleted;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.follows.Blocked;
import social.parley.follows.DomainHidden;
import social.parley.follows.Follow;
import social.parley.follows.FollowRequested;
import social.parley.follows.Followed;
import social.parley.follows.RequestWithdrawn;
import social.parley.follows.Unfollowed;
import social.parley.posts.PollEnded;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.quotes.PostQuoted;
import social.parley.quotes.QuotedPostEdited;
import social.parley.reactions.Favourited;
import social.parley.reactions.Reacted;
import social.parley.reactions.ReactionEmoji;
import social.parley.reactions.Unfavourited;
import social.parley.reactions.Unreacted;
import social.parley.storage.Tx;

/** Writes notifications inside the transactions of what they tell about. */
public final class Notifier {
  private final Ids ids;
  private final Clock clock;
  private final Accounts accounts;
  private final Posts posts;
  private final List<NotificationRule> rules;
  private final NotificationStore store;
  private final RequestStore requests;
  private final PolicyStore policies = new PolicyStore();
  private final Screening screening = new Screening();

  public Notifier(
      Ids ids,
      Clock clock,
      Accounts accounts,
      Posts posts,
      RecentNotifications recent,
      List<NotificationRule> rules) {
    this.ids = ids;
    this.clock = clock;
    this.accounts = accounts;
    this.posts = posts;
    this.store = new NotificationStore(recent);
    this.requests = new RequestStore(recent);
    this.rules = List.copyOf(rules);
  }

  public void published(Tx tx, PostPublished published) {
    if (!published.arrivedNow()) return;
    Post post = published.post();
    Post boosted = published.boosted();
    if (boosted != null) {
      if (boosted.local())
        tell(tx, boosted.author(), NotificationType.BOOST, post.author(), boosted);
      return;
    }
    for (ActorId named : published.toNotify())
      tell(tx, named, NotificationType.MENTION, post.author(), post);
    // Whoever goes on with a thread of their own posts, too; who answers others talks to them.
    if (!post.isReply() || post.author().equals(post.inReplyToAuthor()))
      for (ActorId subscriber : store.subscribers(tx, post.author()))
        if (posts.visibility().canSee(tx, subscriber, post))
          tell(tx, subscriber, NotificationType.POST, post.author(), post);
  }

  public void edited(Tx tx, PostEdited edited) {
    Post post = edited.post();
    for (ActorId named : edited.newlyNamed())
      if (posts.visibility().canSee(tx, named, post))
        tell(tx, named, NotificationType.MENTION, post.author(), post);
    for (ActorId booster : store.localBoosters(tx, post.id())) {
      store.remove(tx, booster, NotificationType.EDIT, post.author(), post.id());
      tell(tx, booster, NotificationType.EDIT, post.author(), post);
    }
  }

  /** A boost that is taken back was never told, and what was told of a post goes with it. */
  public void deleted(Tx tx, PostDeleted deleted) {
    store.removeAll(tx, deleted.post().id());
    PostId boosted = deleted.post().boostOf();
    if (boosted != null)
      store.remove(tx, NotificationType.BOOST, deleted.post().author(), boosted, null);
  }

  public void quoted(Tx tx, PostQuoted quoted) {
    Post post = quoted.post();
    if (quoted.quoted().local())
      tell(tx, quoted.quoted().author(), NotificationType.QUOTE, post.author(), post);
  }

  public void quotedEdited(Tx tx, QuotedPostEdited edited) {
    ActorId quoter = edited.post().author();
    Post quoted = edited.quoted();
    store.remove(tx, quoter, NotificationType.QUOTED_EDIT, quoted.author(), quoted.id());
    tell(tx, quoter, NotificationType.QUOTED_EDIT, quoted.author(), quoted);
  }

  public void favourited(Tx tx, Favourited favourited) {
    Post post = favourited.post();
    if (post.local()) tell(tx, post.author(), NotificationType.FAVOURITE, favourited.actor(), post);
  }

  public void unfavourited(Tx tx, Unfavourited unfavourited) {
    Post post = unfavourited.post();
    store.remove(tx, post.author(), NotificationType.FAVOURITE, unfavourited.actor(), post.id());
  }

  public void reacted(Tx tx, Reacted reacted) {
    Post post = reacted.post();
    ReactionEmoji emoji = reacted.emoji();
    if (!post.local()) return;
    Occasion occasion = Occasion.of(post.author(), NotificationType.REACTION, reacted.actor());
    Iri url = emoji.url();
    tell(tx, occasion.on(post.id()).with(emoji.name(), url == null ? null : url.value()), post);
  }

  public void unreacted(Tx tx, Unreacted unreacted) {
    untell(
        tx,
        NotificationType.REACTION,
        unreacted.actor(),
        unreacted.post().id(),
        unreacted.emoji().name());
  }

  public void followed(Tx tx, Followed followed) {
    Follow follow = followed.follow();
    forget(tx, follow.followed(), NotificationType.FOLLOW_REQUEST, follow.follower());
    forget(tx, follow.followed(), NotificationType.FOLLOW, follow.follower());
    tell(tx, follow.followed(), NotificationType.FOLLOW, follow.follower(), null);
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    forget(tx, unfollowed.followed(), NotificationType.FOLLOW, unfollowed.follower());
  }

  public void requested(Tx tx, FollowRequested requested) {
    Follow follow = requested.follow();
    tell(tx, follow.followed(), NotificationType.FOLLOW_REQUEST, follow.follower(), null);
  }

  public void withdrawn(Tx tx, RequestWithdrawn withdrawn) {
    forget(tx, withdrawn.followed(), NotificationType.FOLLOW_REQUEST, withdrawn.follower());
  }

  private void forget(Tx tx, ActorId recipient, NotificationType type, ActorId actor) {
    store.remove(tx, recipient, type, actor, null);
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    store.forget(tx, hidden.actor(), hidden.domain());
    requests.remove(tx, hidden.actor(), hidden.domain());
  }

  /** Who is gone is told nothing more, and wakes nobody. */
  public void accountDeleted(Tx tx, AccountDeleted deleted) {
    store.clear(tx, deleted.actor());
  }

  public void actorDeleted(Tx tx, ActorDeleted deleted) {
    store.removeAll(tx, deleted.actor().id());
  }

  public void pollEnded(Tx tx, PollEnded ended) {
    for (ActorId concerned : ended.concerned())
      tell(tx, concerned, NotificationType.POLL, ended.post().author(), ended.post());
  }

  /** Whoever looks after the community hears of newcomers. */
  public void signedUp(Tx tx, AccountCreated created) {
    ActorId newcomer = created.account().actor();
    for (ActorId one : staff(tx)) tell(tx, Occasion.of(one, NotificationType.SIGN_UP, newcomer));
  }

  /** Who hears of what concerns the whole community. */
  public List<ActorId> staff(Tx tx) {
    return accounts.staff(tx, Role.MODERATOR).stream().map(one -> one.actor()).toList();
  }

  /** After a block nothing is left of what the other did, nor of having let them in. */
  public void blocked(Tx tx, Blocked blocked) {
    store.removeAll(tx, blocked.actor(), blocked.target());
    policies.forbid(tx, blocked.actor(), blocked.target());
    requests.remove(tx, blocked.actor(), blocked.target());
  }

  /** Takes back what was told of somebody's deed on a post. */
  public void untell(Tx tx, NotificationType type, ActorId actor, PostId post) {
    store.remove(tx, type, actor, post, null);
  }

  /** The same of one reaction among several. */
  public void untell(Tx tx, NotificationType type, ActorId actor, PostId post, String emoji) {
    store.remove(tx, type, actor, post, emoji);
  }

  /** Takes back what was told of a report, an event or whatever else it is about. */
  public void untell(Tx tx, NotificationType type, long subject) {
    store.removeSubject(tx, type, subject);
  }

  /** The same for one of those who were told. */
  public void untell(Tx tx, ActorId recipient, NotificationType type, long subject) {
    store.removeSubject(tx, recipient, type, subject);
  }

  /** Tells somebody of something, unless they would not want to hear of it. */
  public void tell(Tx tx, Occasion occasion) {
    PostId about = occasion.post();
    if (about == null) tell(tx, occasion, null);
    else posts.byId(tx, about).ifPresent(post -> tell(tx, occasion, post));
  }

  private void tell(
      Tx tx, ActorId recipient, NotificationType type, ActorId actor, @Nullable Post post) {
    Occasion occasion = Occasion.of(recipient, type, actor);
    tell(tx, post == null ? occasion : occasion.on(post.id()), post);
  }

  private void tell(Tx tx, Occasion occasion, @Nullable Post post) {
    if (isUnwanted(tx, occasion, post)) return;
    Instant now = clock.instant();
    Treatment treatment = screening.judge(tx, occasion, post, now);
    if (treatment == Treatment.DROP) return;
    Notification notification =
        new Notification(
            ids.next(),
            occasion.recipient(),
            occasion.type(),
            occasion.actor(),
            occasion.post(),
            occasion.subject(),
            occasion.emoji(),
            occasion.emojiUrl(),
            GroupKeys.next(tx, occasion, now),
            treatment == Treatment.FILTER,
            false,
            now);
    if (!store.insert(tx, notification)) return;
    if (notification.filtered())
      requests.note(tx, ids.next(), occasion.recipient(), occasion.actor(), now);
    else tx.announce(new Notified(notification));
  }

  private boolean isUnwanted(Tx tx, Occasion occasion, @Nullable Post post) {
    ActorId recipient = occasion.recipient();
    if (recipient.equals(occasion.actor()) && !occasion.type().concernsOneself()) return true;
    if (post != null && posts.mutesThread(tx, recipient, post)) return true;
    return !rules.stream().allMatch(rule -> rule.allows(tx, occasion));
  }
}
