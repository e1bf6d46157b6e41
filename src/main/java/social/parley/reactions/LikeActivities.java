package social.parley.reactions;

import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.posts.Post;

/** Favourites as they stand on the wire. */
final class LikeActivities {
  private LikeActivities() {}

  static Activity.Like like(Iri id, Actor actor, Actor author, Post post) {
    return new Activity.Like(
        Envelope.of(id, actor.iri(), Audience.to(author.iri())), Ref.of(post.iri()));
  }

  /** With the whole Like inside, since some know it only by what it says. */
  static Activity.Undo undo(Iri id, Actor actor, Actor author, Post post) {
    Activity.Like like = like(id, actor, author, post);
    return new Activity.Undo(
        Envelope.of(new Iri(id + "/undo"), actor.iri(), like.audience()), Ref.of(like));
  }
}
