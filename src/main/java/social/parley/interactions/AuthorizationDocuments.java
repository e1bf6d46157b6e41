package social.parley.interactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.ObjectSource;
import social.parley.posts.Post;
import social.parley.storage.Reading;

/** Authorizations as documents; they name an interaction and a post and show neither. */
final class AuthorizationDocuments implements ObjectSource {
  private final Interactions.Needs needs;
  private final RequestStore store = new RequestStore();

  AuthorizationDocuments(Interactions.Needs needs) {
    this.needs = needs;
  }

  @Override
  public Answer find(Iri iri, @Nullable ActorId reader) {
    if (!needs.actors().addresses().isLocal(iri)) return new Answer.Unknown();
    return needs.database().read(db -> stamp(db, iri, reader));
  }

  private Answer stamp(Reading db, Iri iri, @Nullable ActorId reader) {
    Optional<InteractionRequest> request =
        store.byStamp(db, iri).filter(one -> one.rejectedAt() == null);
    if (request.isEmpty()) return new Answer.Unknown();
    InteractionRequest found = request.get();
    Optional<Actor> owner = needs.actors().byId(db, found.ownerId()).filter(Actor::local);
    Optional<Post> post =
        needs
            .posts()
            .byId(db, found.postId())
            .filter(one -> needs.posts().visibility().canSee(db, reader, one));
    if (owner.isEmpty() || post.isEmpty()) return new Answer.Hidden();
    return new Answer.Shown(
        InteractionActivities.stamp(
            iri, found.deed(), owner.get().iri(), found.interaction(), post.get().iri()));
  }
}
