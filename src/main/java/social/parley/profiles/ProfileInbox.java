package social.parley.profiles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActorDocument;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.RemoteProfile;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;

/** What other servers say about the profiles of their people. */
public final class ProfileInbox {
  private final Actors actors;
  private final RemoteActors remote;

  public ProfileInbox(Actors actors, RemoteActors remote) {
    this.actors = actors;
    this.remote = remote;
  }

  /** Somebody changed their own profile; nobody changes another's. */
  public Effect update(Received received, ActorDocument document) {
    Actor actor = received.actor();
    if (!document.id().equals(actor.iri())) return Effect.none();
    if (!document.preferredUsername().equals(actor.username())) {
      // Another name needs another look at WebFinger.
      remote.refresh(actor.iri());
      return Effect.none();
    }
    Optional<RemoteProfile> profile = RemoteProfile.of(document, actor.domain());
    return tx -> profile.ifPresent(one -> actors.receive(tx, one));
  }

  /** Somebody deleted their account. */
  public Effect delete(Received received, @Nullable Iri object) {
    Actor actor = received.actor();
    return actor.iri().equals(object) && !actor.local()
        ? tx -> actors.delete(tx, actor.id())
        : Effect.none();
  }
}
