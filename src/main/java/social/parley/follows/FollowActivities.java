package social.parley.follows;

import java.util.List;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;

/** Follows and blocks as they stand on the wire; inner activities are always written out. */
final class FollowActivities {
  private FollowActivities() {}

  static Activity.Follow follow(Iri id, Actor follower, Actor followed) {
    return new Activity.Follow(
        Envelope.of(id, follower.iri(), Audience.to(followed.iri())),
        List.of(Ref.of(followed.iri())));
  }

  static Activity accept(Iri id, Actor followed, Actor follower, Iri follow) {
    return new Activity.Accept(
        Envelope.of(id, followed.iri(), Audience.to(follower.iri())),
        List.of(Ref.of(follow(follow, follower, followed))));
  }

  static Activity reject(Iri id, Actor followed, Actor follower, Iri follow) {
    return new Activity.Reject(
        Envelope.of(id, followed.iri(), Audience.to(follower.iri())),
        List.of(Ref.of(follow(follow, follower, followed))));
  }

  static Activity undoFollow(Iri id, Actor follower, Actor followed, Iri follow) {
    return new Activity.Undo(
        Envelope.of(id, follower.iri(), Audience.to(followed.iri())),
        List.of(Ref.of(follow(follow, follower, followed))));
  }

  static Activity.Block block(Iri id, Actor actor, Actor target) {
    return new Activity.Block(
        Envelope.of(id, actor.iri(), Audience.to(target.iri())), List.of(Ref.of(target.iri())));
  }

  static Activity undoBlock(Iri id, Actor actor, Actor target, Iri block) {
    return new Activity.Undo(
        Envelope.of(id, actor.iri(), Audience.to(target.iri())),
        List.of(Ref.of(block(block, actor, target))));
  }

  /** A new id for something this actor does. */
  static Iri mint(Actor actor, String what, long id) {
    return new Iri(actor.iri() + "/" + what + "/" + id);
  }
}
