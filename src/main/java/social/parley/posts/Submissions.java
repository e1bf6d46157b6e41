package social.parley.posts;

import java.util.Optional;
import social.parley.activitystreams.ActorDocument;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.federation.RemoteDocuments;
import social.parley.posts.Composer.Composed;

/**
 * Puts what somebody writes to a community elsewhere into the form that its server takes: forums
 * want a title, all others a note. It may use the network, so it comes before the transaction.
 */
final class Submissions {
  /** What Lemmy, Mbin and PieFed say of their communities and others do not. */
  private static final String FORUM = "postingRestrictedToMods";

  private final Posts.Needs needs;
  private final Composer composer;

  Submissions(Posts.Needs needs, Composer composer) {
    this.needs = needs;
    this.composer = composer;
  }

  /** A new post goes to the first community that it names, unless it answers something. */
  Composed placed(Draft draft, Composed composed) {
    boolean stays = Boolean.TRUE.equals(draft.terms().localOnly());
    if (draft.inReplyTo() != null || stays || !draft.reach().isOpen()) return composed;
    Optional<Actor> community =
        composed.mentioned().stream()
            .filter(one -> one.kind() == ActorKind.GROUP && !one.local())
            .findFirst();
    if (community.isEmpty()) return composed;
    Composed placed = composed.in(community.get());
    boolean titled = draft.poll() == null && isForum(community.get());
    return titled ? titled(draft, placed, community.get()) : placed;
  }

  /** The same of another wording; it stays what it was and where it was. */
  Composed again(Post before, Draft draft, Composed composed) {
    if (before.kind() != PostKind.PAGE || before.community() == null) return composed;
    return needs
        .actors()
        .byId(before.community())
        .map(community -> titled(draft, composed, community))
        .orElse(composed);
  }

  private Composed titled(Draft draft, Composed composed, Actor community) {
    Submission submission = Submission.of(draft.text(), community.handle());
    return submission.title().isEmpty() ? composed : composer.titled(draft, submission, composed);
  }

  private boolean isForum(Actor community) {
    return needs.documents().object(community.iri())
            instanceof RemoteDocuments.Result.Found(ActorDocument document)
        && document.raw().has(FORUM);
  }
}
