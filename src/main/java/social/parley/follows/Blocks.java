package social.parley.follows;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Blocks, which cut both ways and are told to the other server, and mutes, which nobody learns of.
 */
public final class Blocks {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Follows follows;
  private final Outbox outbox;
  private final BlockStore store = new BlockStore();

  public Blocks(Database database, Ids ids, Clock clock, Follows follows, Outbox outbox) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.follows = follows;
    this.outbox = outbox;
  }

  public void block(ActorId me, ActorId target) {
    if (me.equals(target)) throw new Refused.Forbidden("You cannot block yourself");
    database.run(tx -> {
      Actor actor = follows.known(tx, me);
      Actor other = follows.known(tx, target);
      long id = ids.next();
      Iri iri = FollowActivities.mint(actor, "blocks", id);
      follows.end(tx, actor, other);
      follows.find(tx, target, me).ifPresent(follow -> follows.dismiss(tx, follow));
      if (!receive(tx, actor, other, iri) || other.local()) return;
      outbox.send(tx, actor, FollowActivities.block(iri, actor, other), List.of(other.inbox()));
    });
  }

  /** Stores a block and ends what was between the two; false when it is there already. */
  boolean receive(Tx tx, Actor actor, Actor target, Iri iri) {
    if (!store.block(tx, ids.next(), actor.id(), target.id(), iri, clock.instant())) return false;
    follows.find(tx, actor.id(), target.id()).ifPresent(follow -> follows.remove(tx, follow));
    follows.find(tx, target.id(), actor.id()).ifPresent(follow -> follows.remove(tx, follow));
    tx.announce(new Blocked(actor.id(), target.id()));
    return true;
  }

  public void unblock(ActorId me, ActorId target) {
    database.run(tx -> {
      Actor actor = follows.known(tx, me);
      Actor other = follows.known(tx, target);
      withdraw(tx, me, target)
          .filter(iri -> !other.local())
          .ifPresent(iri ->
              outbox.send(
                  tx,
                  actor,
                  FollowActivities.undoBlock(
                      FollowActivities.mint(actor, "undos", ids.next()), actor, other, iri),
                  List.of(other.inbox())));
    });
  }

  /** Ends a block; the id under which it was announced, if there was one. */
  Optional<Iri> withdraw(Tx tx, ActorId actor, ActorId target) {
    Optional<Iri> ended = store.unblock(tx, actor, target);
    if (ended.isPresent()) tx.announce(new Unblocked(actor, target));
    return ended;
  }

  /** The same by the id under which it was announced; false when it is not that of one. */
  boolean withdraw(Tx tx, ActorId actor, Iri block) {
    Optional<ActorId> target = store.target(tx, actor, block);
    return target.isPresent() && withdraw(tx, actor, target.get()).isPresent();
  }

  /** Mutes until a moment, or for good when none is given. */
  public void mute(ActorId me, ActorId target, boolean hideNotifications, @Nullable Instant until) {
    if (me.equals(target)) throw new Refused.Forbidden("You cannot mute yourself");
    database.run(tx -> {
      follows.known(tx, target);
      store.mute(tx, ids.next(), me, target, hideNotifications, until, clock.instant());
      tx.announce(new Muted(me, target));
    });
  }

  public void unmute(ActorId me, ActorId target) {
    database.run(tx -> {
      if (store.unmute(tx, me, target)) tx.announce(new Unmuted(me, target));
    });
  }

  /** True when either of the two blocks the other. */
  public boolean between(Reading db, ActorId one, ActorId other) {
    return store.blocks(db, one, other) || store.blocks(db, other, one);
  }

  public Page<ActorId> blocked(ActorId me, Cursor cursor) {
    return database.read(db -> store.blocked(db, me, cursor));
  }

  public Page<ActorId> muted(ActorId me, Cursor cursor) {
    return database.read(db -> store.muted(db, me, clock.instant(), cursor));
  }
}
