package social.parley.posts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.federation.TryLater;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Outcome;
import social.parley.storage.Tx;

/** What other servers say about boosts: that there is one, and that it is taken back. */
final class BoostInbox {
  private final Posts.Needs needs;
  private final PostWriter writer;
  private final Arrivals arrivals;
  private final RemotePosts remote;
  private final Boosts boosts;
  private final RelayedPosts relayed;
  private final PostStore store = new PostStore();
  private final Permissions permissions = new Permissions();

  BoostInbox(
      Posts.Needs needs,
      PostWriter writer,
      Arrivals arrivals,
      RemotePosts remote,
      Boosts boosts,
      RelayedPosts relayed) {
    this.needs = needs;
    this.writer = writer;
    this.arrivals = arrivals;
    this.remote = remote;
    this.boosts = boosts;
    this.relayed = relayed;
  }

  /** A boost, also of something that has to be fetched first. */
  Effect announce(Received received, Activity.Announce announce) {
    return announce(received, announce, boosted(announce), false);
  }

  /** What a group passes on by announcing the activity that made it. */
  Effect passOn(Received received, Activity.Announce announce, @Nullable Iri object) {
    return announce(received, announce, object, true);
  }

  /** Answers are told to those who follow a group only in their thread: it is all discussed. */
  private Effect announce(
      Received received, Activity.Announce announce, @Nullable Iri object, boolean discussed) {
    Iri id = announce.id();
    if (id == null || object == null) return Effect.none();
    if (relayed.comesFromRelay(received.actor())) return relayed.announce(object);
    Actor booster = received.actor();
    boolean followed =
        needs.database().read(db -> needs.follows().hasLocalFollower(db, booster.id()));
    Optional<Post> known = needs.database().read(db -> store.byIri(db, object));
    if (!followed && known.filter(Post::local).isEmpty()) return Effect.none();
    Outcome outcome = known.<Outcome>map(Outcome.Known::new).orElseGet(() -> remote.find(object));
    return switch (outcome) {
      case Outcome.Known(Post post) -> tx -> boost(tx, announce, id, booster, post, discussed);
      case Outcome.New(Prepared prepared) ->
          tx ->
              arrivals
                  .store(tx, prepared, false)
                  .or(() -> store.byIri(tx, prepared.post().iri()))
                  .ifPresent(post -> boost(tx, announce, id, booster, post, discussed));
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Nothing _ -> Effect.none();
    };
  }

  /** Groups announce the Create itself; what else they announce is not a boost. */
  private static @Nullable Iri boosted(Activity announce) {
    Activity inner = announce.inner();
    if (inner == null) return announce.objectId();
    return inner instanceof Activity.Create ? inner.objectId() : null;
  }

  private void boost(
      Tx tx, Activity announce, Iri id, Actor booster, Post original, boolean discussed) {
    Optional<Post> post =
        store.byId(tx, original.id()).filter(one -> Boosts.mayBoost(booster.id(), one));
    if (post.isEmpty() || post.get().isBoost() || (discussed && post.get().isReply())) return;
    Permission permission = permissions.of(tx, booster.id(), post.get(), Deed.BOOST);
    Reception reception = Reception.of(permission, post.get(), false);
    if (reception == Reception.UNWELCOME) {
      tx.announce(new PostUnwelcome(booster.id(), post.get(), Deed.BOOST, id));
      return;
    }
    Instant now = needs.clock().instant();
    Instant published = announce.envelope().published();
    Instant when = published == null || published.isAfter(now) ? now : published;
    PostStore.Arrival arrival = PostStore.arrival(tx, id, booster.id(), () -> needs.ids().at(when));
    if (arrival.buried()) return;
    boosts.store(
        tx,
        post.get(),
        booster,
        arrival.id(),
        id,
        ForeignPost.reach(announce.audience(), booster.followers()),
        when,
        true,
        reception == Reception.HELD);
  }

  /** A boost taken back, with the inner activity written out. */
  Effect undo(Received received, Activity.Announce undone) {
    Iri id = undone.id();
    Iri object = boosted(undone);
    return tx -> {
      if (id != null && undo(tx, received, id)) return;
      Actor actor = received.actor();
      Optional<Post> boost =
          object == null
              ? Optional.empty()
              : store.byIri(tx, object).flatMap(post -> store.boost(tx, post.id(), actor.id()));
      if (boost.isPresent()) writer.delete(tx, boost.get());
      else if (id != null && id.sameOrigin(actor.iri()))
        writer.deletedElsewhere(tx, id, actor.id());
    };
  }

  /** The same when only the id of the Announce is given; false when it is not the id of one. */
  boolean undo(Tx tx, Received received, Iri id) {
    Optional<Post> boost =
        store
            .byIri(tx, id)
            .filter(post -> post.isBoost() && post.author().equals(received.actor().id()));
    boost.ifPresent(post -> writer.delete(tx, post));
    return boost.isPresent();
  }
}
