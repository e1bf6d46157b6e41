package social.parley.follows;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.follows.Follow.State;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Follows between people of this server and anyone. */
public final class Follows {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Outbox outbox;
  private final FollowStore store = new FollowStore();
  private final BlockStore blocks = new BlockStore();
  private final HiddenDomainStore domains = new HiddenDomainStore();

  public Follows(Database database, Ids ids, Clock clock, Actors actors, Outbox outbox) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.outbox = outbox;
  }

  /** Follows, asks to follow, or changes the options of what is there already. */
  public void follow(ActorId me, ActorId target, FollowOptions options) {
    if (me.equals(target)) throw new Refused.Forbidden("You cannot follow yourself");
    database.run(tx -> {
      Actor follower = actor(tx, me);
      Actor followed = actor(tx, target);
      if (blocks.blocks(tx, target, me) || blocks.blocks(tx, me, target))
        throw new Refused.Forbidden("You cannot follow somebody across a block");
      if (hidesDomain(tx, me, followed))
        throw new Refused.Forbidden("You cannot follow somebody of a server that you have hidden");
      Optional<Follow> there = store.find(tx, me, target);
      if (there.isPresent()) store.saveOptions(tx, there.get().id(), options);
      else begin(tx, follower, followed, options);
    });
  }

  private void begin(Tx tx, Actor follower, Actor followed, FollowOptions options) {
    long id = ids.next();
    // Where nothing can be delivered, nobody is to be asked.
    boolean free = followed.local() ? !followed.locked() : !followed.inbox().isWeb();
    State state = free ? State.ACCEPTED : State.REQUESTED;
    Iri iri = FollowActivities.mint(follower, "follows", id);
    Follow follow =
        new Follow(id, follower.id(), followed.id(), iri, state, options, clock.instant());
    if (!insert(tx, follow, follower) || followed.local()) return;
    outbox.send(
        tx, follower, FollowActivities.follow(iri, follower, followed), List.of(followed.inbox()));
  }

  /** Whether somebody does not want to meet the other's whole server. */
  boolean hidesDomain(Reading db, ActorId me, Actor other) {
    return !other.local() && domains.hides(db, me, other.domain());
  }

  /** Stores and announces a new follow; false when the pair is there already. */
  boolean insert(Tx tx, Follow follow, Actor follower) {
    if (!store.insert(tx, follow, follower.local())) return false;
    if (follow.accepted()) granted(tx, follow);
    else tx.announce(new FollowRequested(follow));
    return true;
  }

  /** Counts and announces a follow that now holds. */
  private void granted(Tx tx, Follow follow) {
    actors.adjustCounts(tx, follow.follower(), 0, 1, 0, null);
    actors.adjustCounts(tx, follow.followed(), 1, 0, 0, null);
    tx.announce(new Followed(follow));
  }

  /** Ends a follow or takes a request back; nothing happens when there is none. */
  public void unfollow(ActorId me, ActorId target) {
    database.run(tx -> end(tx, actor(tx, me), known(tx, target)));
  }

  /** Ends the follow and tells the other server. */
  void end(Tx tx, Actor follower, Actor followed) {
    Optional<Follow> there = store.find(tx, follower.id(), followed.id());
    if (there.isEmpty()) return;
    remove(tx, there.get());
    if (follower.local() && !followed.local())
      tellUndone(tx, follower, followed, there.get().iri());
  }

  private void tellUndone(Tx tx, Actor follower, Actor followed, Iri follow) {
    outbox.send(
        tx,
        follower,
        FollowActivities.undoFollow(
            FollowActivities.mint(follower, "undos", ids.next()), follower, followed, follow),
        List.of(followed.inbox()));
  }

  /** Tells another server that somebody here does not follow its actor, as it thinks. */
  void tellNeverFollowed(Tx tx, Actor follower, Actor followed) {
    Iri follow = FollowActivities.mint(follower, "follows", ids.next());
    tellUndone(tx, follower, followed, follow);
  }

  /** Removes the row, with counters and announcements, and tells nobody elsewhere. */
  void remove(Tx tx, Follow follow) {
    if (!store.delete(tx, follow.id())) return;
    if (follow.accepted()) {
      actors.adjustCounts(tx, follow.follower(), 0, -1, 0, null);
      actors.adjustCounts(tx, follow.followed(), -1, 0, 0, null);
      tx.announce(new Unfollowed(follow.follower(), follow.followed()));
    } else {
      tx.announce(new RequestWithdrawn(follow.follower(), follow.followed()));
    }
  }

  /** Lets somebody in who asked. */
  public void acceptRequest(ActorId me, ActorId follower) {
    database.run(tx -> {
      Follow follow = request(tx, me, follower);
      accept(tx, follow);
    });
  }

  /** Turns somebody down who asked. */
  public void rejectRequest(ActorId me, ActorId follower) {
    database.run(tx -> dismiss(tx, request(tx, me, follower)));
  }

  /** Ends somebody's follow of me. */
  public void removeFollower(ActorId me, ActorId follower) {
    database.run(tx -> store.find(tx, follower, me).ifPresent(follow -> dismiss(tx, follow)));
  }

  /** Grants a follow and, where the follower is elsewhere, says so. */
  void accept(Tx tx, Follow follow) {
    if (store.accept(tx, follow.id())) granted(tx, follow);
    answer(tx, follow, true);
  }

  /** Ends a follow from the followed side. */
  void dismiss(Tx tx, Follow follow) {
    remove(tx, follow);
    answer(tx, follow, false);
  }

  /** Tells a remote follower yes or no. */
  void answer(Tx tx, Follow follow, boolean yes) {
    Actor followed = known(tx, follow.followed());
    Actor follower = known(tx, follow.follower());
    if (!followed.local() || follower.local()) return;
    Iri id = FollowActivities.mint(followed, yes ? "accepts" : "rejects", ids.next());
    outbox.send(
        tx,
        followed,
        yes
            ? FollowActivities.accept(id, followed, follower, follow.iri())
            : FollowActivities.reject(id, followed, follower, follow.iri()),
        List.of(follower.inbox()));
  }

  /** Ends every follow in which a deleted actor takes part. */
  public void forget(Tx tx, ActorId actor) {
    store.involving(tx, actor).forEach(follow -> remove(tx, follow));
  }

  /** The follows in which somebody takes part, asked for or granted. */
  public List<Follow> involving(Reading db, ActorId actor) {
    return store.involving(db, actor);
  }

  /** Ends a follow by a decision of others than its two; nobody elsewhere is told. */
  public void sever(Tx tx, Follow follow) {
    remove(tx, follow);
  }

  /** Tells the other server that a follow between somebody here and somebody there is over. */
  public void tellEnd(Tx tx, Follow follow) {
    Actor follower = known(tx, follow.follower());
    Actor followed = known(tx, follow.followed());
    if (follower.local() && !followed.local()) tellUndone(tx, follower, followed, follow.iri());
    else answer(tx, follow, false);
  }

  /** Follows again in somebody's name, as they once chose; nothing where they cannot. */
  public void ask(Tx tx, ActorId me, ActorId target, FollowOptions options) {
    Optional<Actor> follower = actors.byId(tx, me).filter(Actor::isPresent);
    Optional<Actor> followed = actors.byId(tx, target).filter(Actor::isPresent);
    if (follower.isEmpty() || followed.isEmpty()) return;
    if (blocks.blocks(tx, target, me)
        || blocks.blocks(tx, me, target)
        || hidesDomain(tx, me, followed.get())) return;
    if (store.find(tx, me, target).isEmpty()) begin(tx, follower.get(), followed.get(), options);
  }

  /**
   * Brings back a follow that was severed, unless there is one again, or a block between the two,
   * or one of them hides the other's server.
   */
  public void mend(Tx tx, Follow follow) {
    Optional<Actor> follower = actors.byId(tx, follow.follower()).filter(Actor::isPresent);
    Optional<Actor> followed = actors.byId(tx, follow.followed()).filter(Actor::isPresent);
    if (follower.isEmpty() || followed.isEmpty()) return;
    if (blocks.blocks(tx, follow.followed(), follow.follower())
        || blocks.blocks(tx, follow.follower(), follow.followed())
        || hidesDomain(tx, follow.follower(), followed.get())
        || hidesDomain(tx, follow.followed(), follower.get())) return;
    if (!store.insert(tx, follow, follower.get().local()) || !follow.accepted()) return;
    actors.adjustCounts(tx, follow.follower(), 0, 1, 0, null);
    actors.adjustCounts(tx, follow.followed(), 1, 0, 0, null);
    tx.announce(new FollowMended(follow));
  }

  private Follow request(Tx tx, ActorId me, ActorId follower) {
    return store
        .find(tx, follower, me)
        .filter(follow -> !follow.accepted())
        .orElseThrow(Refused.NotFound::new);
  }

  Actor known(Reading db, ActorId id) {
    return actors.byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  private Actor actor(Reading db, ActorId id) {
    Actor actor = known(db, id);
    if (!actor.isPresent()) throw new Refused.NotFound();
    return actor;
  }

  public Page<ActorId> followers(ActorId of, Cursor cursor) {
    return database.read(db -> store.followers(db, of, State.ACCEPTED, cursor));
  }

  public Page<ActorId> following(ActorId of, Cursor cursor) {
    return database.read(db -> store.following(db, of, State.ACCEPTED, cursor));
  }

  /** Those who wait for an answer from this person. */
  public Page<ActorId> requests(ActorId me, Cursor cursor) {
    return database.read(db -> store.followers(db, me, State.REQUESTED, cursor));
  }

  public long requestCount(ActorId me) {
    return database.read(db -> store.count(db, me, State.REQUESTED));
  }

  public Optional<Follow> find(Reading db, ActorId follower, ActorId followed) {
    return store.find(db, follower, followed);
  }

  Optional<Follow> find(Reading db, Iri iri) {
    return store.find(db, iri);
  }

  /** Follows of somebody by people here, after a given one, in the order of their ids. */
  public List<Follow> localFollowers(Reading db, ActorId followed, long after, int limit) {
    return store.localFollowers(db, followed, after, limit);
  }

  /** True when somebody here reads what this actor writes. */
  public boolean hasLocalFollower(Reading db, ActorId followed) {
    return store.hasLocalFollower(db, followed);
  }

  /** Those of them whom anybody here follows. */
  public Set<ActorId> followedHere(Reading db, Collection<ActorId> people) {
    return store.followedHere(db, people);
  }

  /** Where a remote copy for all followers goes: one inbox a server wherever it shares one. */
  public Set<Iri> followerInboxes(Reading db, ActorId followed) {
    return store.followerInboxes(db, followed);
  }

  /** Where those are whom somebody here follows. */
  public Set<Iri> followedInboxes(Reading db, ActorId follower) {
    return store.followedInboxes(db, follower);
  }
}
