package social.parley;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActorDocument;
import social.parley.core.Iri;
import social.parley.events.AttendanceInbox;
import social.parley.federation.Effect;
import social.parley.federation.InboxHandler;
import social.parley.federation.Received;
import social.parley.federation.TryLater;
import social.parley.follows.FollowInbox;
import social.parley.interactions.InteractionInbox;
import social.parley.moderation.ReportInbox;
import social.parley.moves.Moves;
import social.parley.posts.Deed;
import social.parley.posts.PostInbox;
import social.parley.profiles.ProfileInbox;
import social.parley.quotes.QuoteInbox;
import social.parley.reactions.LikeInbox;
import social.parley.relays.Relays;
import social.parley.tags.TagInbox;

/** Which activity goes to which feature. */
final class InboxRoutes implements InboxHandler {
  private static final Logger log = LoggerFactory.getLogger(InboxRoutes.class);
  private final FollowInbox follows;
  private final Relays relays;
  private final PostInbox posts;
  private final LikeInbox likes;
  private final TagInbox tags;
  private final ProfileInbox profiles;
  private final Moves moves;
  private final ReportInbox reports;
  private final QuoteInbox quotes;
  private final InteractionInbox interactions;
  private final AttendanceInbox attendances;

  InboxRoutes(
      FollowInbox follows,
      Relays relays,
      PostInbox posts,
      LikeInbox likes,
      TagInbox tags,
      ProfileInbox profiles,
      Moves moves,
      ReportInbox reports,
      AttendanceInbox attendances,
      Consent consent) {
    this.attendances = attendances;
    this.reports = reports;
    this.quotes = consent.quoteInbox();
    this.interactions =
        new InteractionInbox(consent.interactionNeeds(), consent.interactions(), likes);
    this.follows = follows;
    this.relays = relays;
    this.posts = posts;
    this.likes = likes;
    this.tags = tags;
    this.profiles = profiles;
    this.moves = moves;
  }

  @Override
  public Effect prepare(Received received) {
    return switch (received.activity()) {
      case Activity.Create create -> posts.create(received, create);
      case Activity.Update update -> update(received, update);
      case Activity.Delete delete -> delete(received, delete);
      case Activity.Announce announce -> announce(received, announce);
      case Activity.PollVote vote -> posts.vote(received, vote);
      case Activity.Add add -> tags.add(received, add).then(posts.add(received, add));
      case Activity.Remove remove ->
          tags.remove(received, remove).then(posts.remove(received, remove));
      case Activity.Follow follow -> follows.follow(received, follow);
      case Activity.Accept accept ->
          follows
              .accept(received, accept)
              .then(relays.accept(received, accept))
              .then(quotes.accept(received, accept))
              .then(interactions.accept(received, accept))
              .then(attendances.accept(received, accept));
      case Activity.Reject reject ->
          follows
              .reject(received, reject)
              .then(relays.reject(received, reject))
              .then(quotes.reject(received, reject))
              .then(interactions.reject(received, reject))
              .then(attendances.reject(received, reject));
      case Activity.TentativeAccept perhaps -> attendances.perhaps(received, perhaps);
      case Activity.Join join -> attendances.join(received, join);
      case Activity.Leave leave -> attendances.leave(received, leave);
      case Activity.ApproveReply approval -> interactions.accept(received, approval);
      case Activity.RejectReply refusal -> interactions.reject(received, refusal);
      case Activity.QuoteRequest request -> quotes.request(received, request);
      case Activity.LikeRequest request -> interactions.request(received, request, Deed.LIKE);
      case Activity.ReplyRequest request -> interactions.request(received, request, Deed.REPLY);
      case Activity.AnnounceRequest request -> interactions.request(received, request, Deed.BOOST);
      case Activity.Block block ->
          isBan(block) ? posts.moderate(received, block) : follows.block(received, block);
      case Activity.Lock lock -> posts.moderate(received, lock);
      case Activity.Like like -> likes.like(received, like);
      case Activity.Dislike dislike -> likes.dislike(received, dislike);
      case Activity.EmojiReact react -> likes.react(received, react);
      case Activity.Undo undo -> undo(received, undo);
      case Activity.Flag flag -> reports.flag(received, flag);
      case Activity.Move move -> moves.receive(received, move);
      // Understood, but no feature here acts on them.
      case Activity.TentativeReject _,
          Activity.Invite _,
          Activity.Ignore _,
          Activity.Offer _,
          Activity.View _,
          Activity.Read _,
          Activity.Listen _,
          Activity.Resolve _,
          Activity.Warn _,
          Activity.ChooseAnswer _,
          Activity.Rate _,
          Activity.FeatureRequest _,
          Activity.WatchAction _,
          Activity.Travel _,
          Activity.Arrive _,
          Activity.OtherActivity _ ->
          Effect.none();
    };
  }

  /** One of several that cannot be handled now must not hold up the others. */
  private Effect announce(Received received, Activity.Announce announce) {
    List<Activity> passedOn = posts.passedOn(received);
    if (passedOn.isEmpty()) return posts.announce(received, announce);
    Effect effect = Effect.none();
    for (Activity inner : passedOn) {
      try {
        effect = effect.then(posts.passOn(received, announce, inner));
      } catch (TryLater later) {
        if (passedOn.size() == 1) throw later;
        log.info("passed over group={} reason={}", received.actor().iri(), later.reason());
      }
      effect = effect.then(likes.passOn(received, inner)).then(posts.passOnVote(received, inner));
    }
    return effect;
  }

  private Effect update(Received received, Activity.Update update) {
    return update.objectThing() instanceof ActorDocument document
        ? profiles.update(received, document)
        : posts.update(received, update);
  }

  private Effect delete(Received received, Activity.Delete delete) {
    return received.actor().iri().equals(delete.objectId())
        ? profiles.delete(received, delete.objectId())
        : quotes
            .delete(received, delete)
            .then(interactions.delete(received, delete))
            .then(posts.delete(received, delete));
  }

  private Effect undo(Received received, Activity.Undo undo) {
    return switch (undo.inner()) {
      case Activity.Follow follow -> follows.undoFollow(received, follow);
      case Activity.Block block ->
          isBan(block) ? posts.moderate(received, undo) : follows.undoBlock(received, block);
      case Activity.Lock _ -> posts.moderate(received, undo);
      case Activity.Delete delete -> posts.undoDelete(received, delete);
      case Activity.Like like -> likes.undoLike(received, like);
      case Activity.EmojiReact react -> likes.undoLike(received, react);
      case Activity.Dislike dislike -> likes.undoDislike(received, dislike);
      case Activity.Announce announce -> posts.undoAnnounce(received, announce);
      case Activity.Join join -> attendances.undo(received, join);
      case Activity.Accept accept -> attendances.undo(received, accept);
      case Activity.Reject reject -> attendances.undo(received, reject);
      case Activity.TentativeAccept perhaps -> attendances.undo(received, perhaps);
      case null -> undo(received, undo.objectId());
      default -> Effect.none();
    };
  }

  /** With a target it is a community or server that wants nothing to do with somebody. */
  private static boolean isBan(Activity.Block block) {
    return block.envelope().target() != null;
  }

  /** Only the id of what is undone is known: whoever has it stored takes it back. */
  private Effect undo(Received received, @Nullable Iri id) {
    if (id == null) return Effect.none();
    return tx -> {
      if (!follows.undo(tx, received, id)
          && !likes.undo(tx, received, id)
          && !attendances.undo(tx, received, id)) posts.undo(tx, received, id);
    };
  }
}
