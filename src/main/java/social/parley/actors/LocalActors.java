package social.parley.actors;

import java.time.Instant;
import social.parley.core.Iri;

/** What a local actor's row is at its beginning and at its end. */
final class LocalActors {
  private LocalActors() {}

  static Actor person(Actors actors, NewActor made) {
    Addresses at = actors.addresses();
    String name = made.username();
    Actor actor = started(actors, made, at.actor(name), at.page(name));
    ActorDraft draft = ActorDraft.of(actor);
    draft.discoverable = true;
    return draft.build();
  }

  static Actor instance(Actors actors, NewActor made) {
    Addresses at = actors.addresses();
    return started(actors, made, at.instanceActor(""), at.front());
  }

  private static Actor started(Actors actors, NewActor made, Iri iri, Iri page) {
    Addresses at = actors.addresses();
    ActorDraft draft =
        new ActorDraft(
            actors.nextId(),
            iri,
            true,
            made.username(),
            at.domain(),
            page.value(),
            new Iri(iri.value() + "/inbox"),
            actors.now());
    draft.kind = made.kind();
    draft.displayName = made.displayName();
    draft.sharedInbox = at.sharedInbox();
    draft.outbox = new Iri(iri.value() + "/outbox");
    if (made.kind() != ActorKind.APPLICATION) {
      draft.followers = new Iri(iri.value() + "/followers");
      draft.following = new Iri(iri.value() + "/following");
      draft.featured = new Iri(iri.value() + "/collections/featured");
      draft.featuredTags = new Iri(iri.value() + "/collections/tags");
    } else draft.bot = true;
    return draft.build();
  }

  /** Only the addresses and the name stay. */
  static Actor emptied(Actor actor, Instant when) {
    ActorDraft draft =
        new ActorDraft(
            actor.id(),
            actor.iri(),
            actor.local(),
            actor.username(),
            actor.domain(),
            actor.url(),
            actor.inbox(),
            actor.createdAt());
    draft.kind = actor.kind();
    draft.sharedInbox = actor.sharedInbox();
    draft.followers = actor.followers();
    draft.standing = actor.standing();
    draft.fetchedAt = actor.fetchedAt();
    draft.deletedAt = when;
    return draft.build();
  }
}
