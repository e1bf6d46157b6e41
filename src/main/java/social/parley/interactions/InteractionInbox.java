package social.parley.interactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Post;
import social.parley.reactions.LikeInbox;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What other servers ask and answer about favourites, replies and boosts. */
public final class InteractionInbox {
  private final Interactions.Needs needs;
  private final Interactions interactions;
  private final LikeInbox likes;
  private final RequestStore store = new RequestStore();

  public InteractionInbox(Interactions.Needs needs, Interactions interactions, LikeInbox likes) {
    this.needs = needs;
    this.interactions = interactions;
    this.likes = likes;
  }

  /** What is asked for: the activity that asks, the interaction, and the post it is about. */
  private record Asked(Deed deed, Iri request, Iri interaction, Iri target) {}

  /** Somebody asks before they do something with one of our posts. */
  public Effect request(Received received, Activity request, Deed deed) {
    Ref instrument = request.envelope().instrument();
    Iri interaction = instrument == null ? null : instrument.iri();
    Iri id = request.id();
    Iri object = request.objectId();
    if (instrument == null
        || interaction == null
        || id == null
        || object == null
        || !interaction.sameOrigin(received.actor().iri())) return Effect.none();
    Asked asked = new Asked(deed, id, interaction, object);
    Permission permission = needs.database().read(db -> permission(db, received.actor(), asked));
    return switch (permission) {
      case OPEN, KNOWN, MANUAL -> asked(received, instrument, asked);
      case DENIED ->
          tx ->
              target(tx, received.actor(), asked)
                  .ifPresent(post -> refuse(tx, received.actor(), post, asked));
      case UNKNOWN -> Effect.none();
    };
  }

  /** Unknown for what whoever asks may not even know of. */
  private Permission permission(Reading db, Actor actor, Asked asked) {
    return target(db, actor, asked)
        .map(post -> needs.posts().permissions().of(db, actor.id(), post, asked.deed()))
        .orElse(Permission.UNKNOWN);
  }

  private Optional<Post> target(Reading db, Actor actor, Asked asked) {
    return needs
        .posts()
        .byIri(db, asked.target())
        .filter(post -> post.local() && !post.isBoost())
        .filter(post -> needs.posts().visibility().canSee(db, actor.id(), post));
  }

  private void refuse(Tx tx, Actor actor, Post post, Asked asked) {
    interactions.refuse(tx, actor.id(), post, asked.deed(), asked.request(), asked.interaction());
  }

  /** The interaction is taken as if it had come by itself; the request is noted before it. */
  private Effect asked(Received received, Ref instrument, Asked asked) {
    Actor actor = received.actor();
    Effect done = done(received, instrument, asked);
    return tx -> {
      Optional<Post> post = target(tx, actor, asked);
      if (post.isEmpty()) return;
      note(tx, actor, post.get(), asked);
      done.apply(tx);
      settle(tx, actor, post.get(), asked);
    };
  }

  private Effect done(Received received, Ref instrument, Asked asked) {
    Actor actor = received.actor();
    return switch (asked.deed()) {
      case LIKE ->
          tx ->
              target(tx, actor, asked)
                  .ifPresent(post -> likes.requested(tx, actor, post, asked.interaction()));
      case REPLY -> needs.posts().inbox().bring(received, instrument, (tx, post) -> {});
      case BOOST -> needs.posts().inbox().announce(received, announce(actor, instrument, asked));
      case QUOTE -> Effect.none();
    };
  }

  private static Activity.Announce announce(Actor actor, Ref instrument, Asked asked) {
    Audience audience =
        instrument.thing() instanceof Activity.Announce written
            ? written.audience()
            : Audience.to(Audience.PUBLIC);
    return new Activity.Announce(
        Envelope.of(asked.interaction(), actor.iri(), audience), Ref.of(asked.target()));
  }

  /** One favourite waits once, however often it is asked for. */
  private void note(Tx tx, Actor actor, Post post, Asked asked) {
    if (asked.deed() == Deed.LIKE && waiting(tx, actor, post).isPresent()) return;
    store.insert(
        tx,
        new InteractionRequest(
            needs.ids().next(),
            asked.deed(),
            post.author(),
            actor.id(),
            post.id(),
            null,
            asked.interaction(),
            asked.request(),
            needs.clock().instant(),
            null,
            null,
            null));
  }

  private Optional<InteractionRequest> waiting(Reading db, Actor actor, Post post) {
    return store.pending(db, actor.id(), post.id(), Deed.LIKE);
  }

  /** What needed no waiting is answered at once; what did not come leaves nothing behind. */
  private void settle(Tx tx, Actor actor, Post post, Asked asked) {
    boolean liking = asked.deed() == Deed.LIKE;
    InteractionRequest request =
        store
            .byInteraction(tx, asked.interaction())
            .or(() -> liking ? waiting(tx, actor, post) : Optional.empty())
            .filter(one -> one.deed() == asked.deed() && one.postId().equals(post.id()))
            .orElse(null);
    if (request == null || !request.isPending() || !request.actorId().equals(actor.id())) return;
    if (liking) {
      if (needs.favourites().isLiked(tx, actor.id(), post.id())) interactions.accept(tx, request);
      return;
    }
    Optional<Post> made =
        needs
            .posts()
            .byIri(tx, asked.interaction())
            .filter(one -> one.author().equals(actor.id()))
            .filter(one ->
                post.id().equals(asked.deed() == Deed.REPLY ? one.inReplyTo() : one.boostOf()));
    if (made.isEmpty()) store.delete(tx, request.id());
    else if (!made.get().held()) interactions.accept(tx, request);
  }

  /** An author elsewhere agrees to what somebody here did, by Accept or as PeerTube does. */
  public Effect accept(Received received, Activity accept) {
    Iri stamp = stamp(received, accept);
    return tx ->
        answered(tx, received, accept)
            .filter(InteractionRequest::isPending)
            .ifPresent(request -> {
              store.accept(tx, request.id(), stamp, needs.clock().instant());
              needs
                  .posts()
                  .byId(tx, request.postId())
                  .ifPresent(post -> interactions.release(tx, request, post, stamp));
            });
  }

  /** The first servers with policies let the Accept itself stand for the proof. */
  private static @Nullable Iri stamp(Received received, Activity accept) {
    Ref result = accept.envelope().result();
    Iri stamp = result == null ? accept.id() : result.iri();
    return stamp != null && stamp.sameOrigin(received.actor().iri()) ? stamp : null;
  }

  /** Or does not, or no more. */
  public Effect reject(Received received, Activity reject) {
    return tx ->
        answered(tx, received, reject)
            .filter(request -> request.rejectedAt() == null)
            .ifPresent(request -> {
              store.reject(tx, request.id(), needs.clock().instant());
              interactions.discard(tx, request);
            });
  }

  /** A stamp is taken back, and what was shown because of it. */
  public Effect delete(Received received, Activity.Delete delete) {
    Iri stamp = delete.objectId();
    if (stamp == null) return Effect.none();
    return tx ->
        needs
            .posts()
            .held()
            .shownBy(tx, stamp, received.actor().id())
            .ifPresent(post -> needs.posts().held().withdraw(tx, post));
  }

  /** By the request that it answers, or by the interaction, alone or in the request. */
  private Optional<InteractionRequest> answered(Tx tx, Received received, Activity answer) {
    Iri object = answer.objectId();
    if (object == null) return Optional.empty();
    Ref instrument = answer.inner() == null ? null : answer.inner().envelope().instrument();
    Optional<InteractionRequest> found =
        store.byRequest(tx, object).or(() -> store.byInteraction(tx, object));
    if (found.isEmpty() && instrument != null && instrument.iri() != null)
      found = store.byInteraction(tx, instrument.iri());
    return found.filter(one -> one.ownerId().equals(received.actor().id()));
  }
}
