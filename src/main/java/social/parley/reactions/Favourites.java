package social.parley.reactions;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.posts.Deed;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Vote;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Who likes which post. */
public final class Favourites {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Posts posts;
  private final Votes votes;
  private final ReactionStore store = ReactionStore.favourites();
  private final ReactionStore held = ReactionStore.held();

  public Favourites(
      Database database, Ids ids, Clock clock, Actors actors, Outbox outbox, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.posts = posts;
    this.votes = new Votes(clock, actors, outbox, posts);
  }

  /** Likes a post; of a boost, the original. Nothing happens the second time. */
  public void favourite(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = votes.seen(tx, me, id);
      boolean asks = mustAsk(tx, me, post);
      Actor actor = actor(tx, me);
      long number = ids.next();
      Iri iri = new Iri(actor.iri() + "/likes/" + number);
      Vote favourite = new Vote(number, me, post.id(), iri);
      if (asks) {
        hold(tx, favourite, post);
        return;
      }
      votes.takeBackDislike(tx, me, post);
      if (!store(tx, favourite, post)) return;
      Ballot ballot = votes.ballot(tx, favourite, post);
      votes.send(tx, ballot, VoteActivities.like(ballot));
    });
  }

  /** Whether the author of the post must agree first. */
  private boolean mustAsk(Reading db, ActorId me, Post post) {
    return switch (posts.permissions().of(db, me, post, Deed.LIKE)) {
      case OPEN -> false;
      case KNOWN -> !post.local();
      case MANUAL, UNKNOWN -> true;
      case DENIED ->
          throw new Refused.Forbidden("The author of this post does not allow you to favourite it");
    };
  }

  /** Keeps a favourite until the author of the post agrees. */
  void hold(Tx tx, Vote favourite, Post post) {
    if (store.find(tx, favourite.actorId(), post.id()).isPresent()) return;
    if (held.insert(tx, favourite, clock.instant()))
      tx.announce(new FavouriteHeld(favourite.actorId(), post, favourite.iri()));
  }

  /** The author of the post agrees to a favourite that was held. */
  public void release(Tx tx, ActorId actor, Post post) {
    Optional<Vote> favourite = held.find(tx, actor, post.id());
    if (favourite.isEmpty()) return;
    held.delete(tx, actor, post.id());
    store(tx, favourite.get(), post);
  }

  /** The author does not agree, or no more. */
  public void discard(Tx tx, ActorId actor, Post post) {
    if (!held.delete(tx, actor, post.id())) votes.unlike(tx, actor, post);
  }

  /** Whether somebody likes the post; what is held does not count. */
  public boolean isLiked(Reading db, ActorId actor, PostId post) {
    return store.find(db, actor, post).isPresent();
  }

  /** By the address on the wire, held or not. */
  Optional<Vote> find(Reading db, ActorId actor, Iri iri) {
    return store.find(db, actor, iri).or(() -> held.find(db, actor, iri));
  }

  /** Takes a favourite back, if there is one. */
  public void unfavourite(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = votes.original(tx, id);
      Optional<Vote> waiting = held.find(tx, me, post.id());
      if (waiting.isEmpty()) votes.takeBackLike(tx, me, post);
      else if (withdraw(tx, me, post)) votes.sendUnlike(tx, waiting.get(), post);
    });
  }

  private Actor actor(Reading db, ActorId id) {
    return actors.byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  /** Stores, counts and announces; false when it is there already. */
  boolean store(Tx tx, Vote favourite, Post post) {
    return votes.like(tx, favourite, post);
  }

  /** Removes, counts and announces; false when there is none. */
  boolean remove(Tx tx, ActorId actor, Post post) {
    return withdraw(tx, actor, post) || votes.unlike(tx, actor, post);
  }

  /** The same of what was held. */
  private boolean withdraw(Tx tx, ActorId actor, Post post) {
    if (!held.delete(tx, actor, post.id())) return false;
    tx.announce(new HeldWithdrawn(actor, post));
    return true;
  }

  /** What a community says of somebody who is not known here, for a post or against it. */
  void tell(Tx tx, Iri voter, Post post, boolean up) {
    votes.tell(tx, voter, post, up);
  }

  void untell(Tx tx, Iri voter, Post post, boolean up) {
    votes.untell(tx, voter, post, up);
  }

  /** Those of the posts that somebody likes, or would if the author agreed. */
  public Set<PostId> of(Reading db, ActorId actor, Collection<PostId> among) {
    Set<PostId> liked = new HashSet<>(store.of(db, actor, among));
    liked.addAll(held.of(db, actor, among));
    return liked;
  }

  /** What somebody likes, the latest first. */
  public Page<PostId> page(ActorId actor, Cursor cursor) {
    return database.read(db -> store.byActor(db, actor, cursor));
  }

  /** Who likes a post, the latest first. */
  public Page<ActorId> by(PostId post, Cursor cursor) {
    return database.read(db -> store.byPost(db, post, cursor));
  }
}
