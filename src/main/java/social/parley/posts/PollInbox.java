package social.parley.posts;

import java.util.Optional;
import social.parley.activitystreams.ObjectDocument;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;

/** Votes that arrive as notes with a name, an answered post and no text. */
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
}
