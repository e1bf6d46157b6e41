package social.parley.follows;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.follows.Follow.State;
import social.parley.storage.Tx;

/** What other servers say about follows and blocks. */
public final class FollowInbox {
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Follows follows;
  private final Blocks blocks;

  public FollowInbox(Ids ids, Clock clock, Actors actors, Follows follows, Blocks blocks) {
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.follows = follows;
    this.blocks = blocks;
  }

  /** Somebody wants to follow one of our people. */
  public Effect follow(Received received, Activity.Follow follow) {
    return tx -> local(tx, follow).ifPresent(to -> follow(tx, received.actor(), to, follow.id()));
  }

  private void follow(Tx tx, Actor follower, Actor followed, @Nullable Iri given) {
    long id = ids.next();
    Iri iri = given == null ? FollowActivities.mint(follower, "follows", id) : given;
    Optional<Follow> there = follows.find(tx, follower.id(), followed.id());
    // Asked again: whoever asks has forgotten the answer, or never got it.
    if (there.isPresent() && there.get().accepted()) {
      Follow old = there.get();
      follows.answer(
          tx,
          new Follow(
              old.id(),
              old.follower(),
              old.followed(),
              iri,
              State.ACCEPTED,
              old.options(),
              old.createdAt()),
          true);
      return;
    }
    if (there.isPresent()) return;
    boolean refused =
        blocks.between(tx, follower.id(), followed.id())
            || follows.hidesDomain(tx, followed.id(), follower);
    State state = followed.locked() || refused ? State.REQUESTED : State.ACCEPTED;
    Follow follow =
        new Follow(
            id, follower.id(), followed.id(), iri, state, FollowOptions.USUAL, clock.instant());
    if (refused) follows.answer(tx, follow, false);
    else if (follows.insert(tx, follow, follower) && follow.accepted())
      follows.answer(tx, follow, true);
  }

  /** One of our people was let in. */
  public Effect accept(Received received, Activity accept) {
    return tx ->
        asked(tx, received.actor(), accept)
            .ifPresent(follow -> {
              if (!follow.accepted()) follows.accept(tx, follow);
            });
  }

  /** One of our people was turned down, or removed later. */
  public Effect reject(Received received, Activity reject) {
    return tx ->
        asked(tx, received.actor(), reject).ifPresent(follow -> follows.remove(tx, follow));
  }

  /** Somebody no longer follows one of our people. */
  public Effect undoFollow(Received received, Activity.Follow undone) {
    return tx ->
        local(tx, undone)
            .flatMap(followed -> follows.find(tx, received.actor().id(), followed.id()))
            .ifPresent(follow -> follows.remove(tx, follow));
  }

  /**
   * The same, or the end of a block, when only the id of the Follow or Block is given; false when
   * it is not the id of one.
   */
  public boolean undo(Tx tx, Received received, Iri id) {
    ActorId actor = received.actor().id();
    Optional<Follow> follow = follows.find(tx, id).filter(one -> one.follower().equals(actor));
    follow.ifPresent(one -> follows.remove(tx, one));
    return follow.isPresent() || blocks.withdraw(tx, actor, id);
  }

  public Effect block(Received received, Activity.Block block) {
    return tx ->
        local(tx, block)
            .ifPresent(target -> {
              Iri id = block.id();
              blocks.receive(
                  tx,
                  received.actor(),
                  target,
                  id == null ? FollowActivities.mint(received.actor(), "blocks", ids.next()) : id);
            });
  }

  public Effect undoBlock(Received received, Activity.Block undone) {
    return tx ->
        local(tx, undone)
            .ifPresent(target -> blocks.withdraw(tx, received.actor().id(), target.id()));
  }

  private Optional<Actor> local(Tx tx, Activity activity) {
    Iri object = activity.objectId();
    return object == null
        ? Optional.empty()
        : actors.byIri(tx, object).filter(actor -> actor.local() && actor.isPresent());
  }

  /** The follow that an answer is about: by its id, else by the two actors it names. */
  private Optional<Follow> asked(Tx tx, Actor answering, Activity answer) {
    Iri id = answer.objectId();
    Optional<Follow> byId = id == null ? Optional.empty() : follows.find(tx, id);
    if (byId.isEmpty() && answer.inner() instanceof Activity.Follow inner)
      byId =
          actors
              .byIri(tx, inner.actor())
              .flatMap(asker -> follows.find(tx, asker.id(), answering.id()));
    return byId.filter(follow -> follow.followed().equals(answering.id()));
  }
}
