package social.parley.posts;

import java.util.Optional;
import java.util.function.Predicate;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.actors.Actor;
import social.parley.actors.Resolution;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Votes that arrive as notes with a name, an answered post and no text, or as activities of their
 * own (PieFed), which a community may pass on.
 */
final class PollInbox {
  private final Posts.Needs needs;
  private final Polls polls;
  private final PostStore store = new PostStore();

  PollInbox(Posts.Needs needs, Polls polls) {
    this.needs = needs;
    this.polls = polls;
  }

  /** What a vote changes; nothing when this is none, or not in one of our polls. */
  Optional<Effect> vote(Received received, ObjectDocument document) {
    Iri asked = document.inReplyTo();
    String choice = document.name();
    if (asked == null || choice == null || document.content() != null) return Optional.empty();
    Optional<Post> post =
        needs
            .database()
            .read(db -> store.byIri(db, asked))
            .filter(one -> one.local() && one.hasPoll());
    Actor voter = received.actor();
    return post.map(one -> tx -> polls.receive(tx, one, voter.id(), choice, document.id()));
  }

  /** What is voted by an activity of its own, which only names the choice. */
  Effect vote(Received received, Activity.PollVote vote) {
    Actor voter = received.actor();
    return tx -> cast(tx, voter, vote, post -> true);
  }

  /** The same passed on by a community, which speaks for the people of its own server alone. */
  Effect passOn(Actor group, Activity inner) {
    return inner instanceof Activity.PollVote vote
            && vote.actor().sameOrigin(group.iri())
            && needs.database().read(db -> asked(db, vote)).isPresent()
            && needs.remoteActors().find(vote.actor()) instanceof Resolution.Found(Actor voter)
        ? tx -> cast(tx, voter, vote, post -> group.id().equals(post.community()))
        : Effect.none();
  }

  private void cast(Tx tx, Actor voter, Activity.PollVote vote, Predicate<Post> counts) {
    String choice = vote.raw().path("choice_text").asString("");
    asked(tx, vote)
        .filter(counts)
        .ifPresent(post -> polls.receive(tx, post, voter.id(), choice, vote.id()));
  }

  private Optional<Post> asked(Reading db, Activity.PollVote vote) {
    Iri object = vote.objectId();
    return object == null
        ? Optional.empty()
        : store.byIri(db, object).filter(post -> post.local() && post.hasPoll());
  }
}
