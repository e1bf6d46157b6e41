package social.parley.reactions;

import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.core.Iri;

/** Favourites and dislikes as they stand on the wire. */
final class VoteActivities {
  private VoteActivities() {}

  static Activity.Like like(Ballot ballot) {
    return new Activity.Like(envelope(ballot), Ref.of(ballot.post().iri()));
  }

  static Activity.Dislike dislike(Ballot ballot) {
    return new Activity.Dislike(envelope(ballot), Ref.of(ballot.post().iri()));
  }

  private static Envelope envelope(Ballot ballot) {
    return Envelope.of(ballot.id(), ballot.voter().iri(), ballot.audience());
  }

  /** With the whole vote inside, since some know it only by what it says. */
  static Activity.Undo undo(Ballot ballot, Activity vote) {
    Iri id = new Iri(ballot.id() + "/undo");
    return new Activity.Undo(
        Envelope.of(id, ballot.voter().iri(), ballot.audience()), Ref.of(vote));
  }
}
