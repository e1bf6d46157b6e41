package social.parley.reactions;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Vote;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** One voice each: whoever likes a post no longer dislikes it, and the other way round. */
final class Votes {
  private final Clock clock;
  private final Actors actors;
  private final Outbox outbox;
  private final Posts posts;
  private final ReactionStore likes = ReactionStore.favourites();
  private final ReactionStore dislikes = ReactionStore.dislikes();
  private final ToldVotes told = new ToldVotes();

  Votes(Clock clock, Actors actors, Outbox outbox, Posts posts) {
    this.clock = clock;
    this.actors = actors;
    this.outbox = outbox;
    this.posts = posts;
  }

  /** Stores, counts and announces; false when it is there already. */
  boolean like(Tx tx, Vote vote, Post post) {
    if (!likes.insert(tx, vote, clock.instant())) return false;
    undislike(tx, vote.actorId(), post);
    forgetTold(tx, vote.actorId(), post);
    posts.countFavourites(tx, post.id(), 1);
    tx.announce(new Favourited(vote.actorId(), post));
    return true;
  }

  boolean unlike(Tx tx, ActorId actor, Post post) {
    if (!likes.delete(tx, actor, post.id())) return false;
    posts.countFavourites(tx, post.id(), -1);
    tx.announce(new Unfavourited(actor, post));
    return true;
  }

  boolean dislike(Tx tx, Vote vote, Post post) {
    if (!dislikes.insert(tx, vote, clock.instant())) return false;
    unlike(tx, vote.actorId(), post);
    forgetTold(tx, vote.actorId(), post);
    posts.countDislikes(tx, post.id(), 1);
    return true;
  }

  boolean undislike(Tx tx, ActorId actor, Post post) {
    if (!dislikes.delete(tx, actor, post.id())) return false;
    posts.countDislikes(tx, post.id(), -1);
    return true;
  }

  private void forgetTold(Tx tx, ActorId voter, Post post) {
    if (post.community() != null)
      told.take(tx, post.id(), voter).ifPresent(up -> count(tx, post, up, -1));
  }

  private void count(Tx tx, Post post, boolean up, int change) {
    if (up) posts.countFavourites(tx, post.id(), change);
    else posts.countDislikes(tx, post.id(), change);
  }

  /** What a community says of somebody who is not known here. */
  void tell(Tx tx, Iri voter, Post post, boolean up) {
    Optional<Boolean> before = told.find(tx, post.id(), voter);
    if (before.isPresent() && before.get() == up) return;
    before.ifPresent(other -> count(tx, post, other, -1));
    told.put(tx, post.id(), voter, up);
    count(tx, post, up, 1);
  }

  void untell(Tx tx, Iri voter, Post post, boolean up) {
    if (told.delete(tx, post.id(), voter, up)) count(tx, post, up, -1);
  }

  /** Takes back what somebody here has liked, and says so. */
  void takeBackLike(Tx tx, ActorId me, Post post) {
    Optional<Vote> vote = likes.find(tx, me, post.id());
    if (vote.isPresent() && unlike(tx, me, post)) sendUnlike(tx, vote.get(), post);
  }

  void sendUnlike(Tx tx, Vote vote, Post post) {
    Ballot ballot = ballot(tx, vote, post);
    send(tx, ballot, VoteActivities.undo(ballot, VoteActivities.like(ballot)));
  }

  void takeBackDislike(Tx tx, ActorId me, Post post) {
    Optional<Vote> vote = dislikes.find(tx, me, post.id());
    if (vote.isEmpty() || !undislike(tx, me, post)) return;
    Ballot ballot = ballot(tx, vote.get(), post);
    send(tx, ballot, VoteActivities.undo(ballot, VoteActivities.dislike(ballot)));
  }

  void send(Tx tx, Ballot ballot, Activity activity) {
    Set<Iri> inboxes = ballot.inboxes();
    if (!inboxes.isEmpty()) outbox.send(tx, ballot.voter(), activity, inboxes);
  }

  Ballot ballot(Reading db, Vote vote, Post post) {
    ActorId community = post.community();
    Actor group = community == null ? null : actors.byId(db, community).orElse(null);
    return new Ballot(vote.iri(), actor(db, vote.actorId()), actor(db, post.author()), group, post);
  }

  private Actor actor(Reading db, ActorId id) {
    return actors.byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  /** What is voted on: of a boost, the original, which the voter must see. */
  Post seen(Reading db, ActorId me, PostId id) {
    Post post = original(db, id);
    if (!posts.visibility().canSee(db, me, post)) throw new Refused.NotFound();
    return post;
  }

  Post original(Reading db, PostId id) {
    Post post = posts.byId(db, id).orElseThrow(Refused.NotFound::new);
    if (post.boostOf() == null) return post;
    return posts.byId(db, post.boostOf()).orElseThrow(Refused.NotFound::new);
  }
}
