package social.parley.interactions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.posts.Deed;

/**
 * Somebody has done something with a post and its owner is to agree. {@code madeId} is the reply,
 * boost or quoting post, {@code interaction} its address or that of the favourite, {@code request}
 * that of the activity that asks, and {@code stamp} what proves the agreement.
 */
public record InteractionRequest(
    long id,
    Deed deed,
    ActorId ownerId,
    ActorId actorId,
    PostId postId,
    @Nullable PostId madeId,
    Iri interaction,
    @Nullable Iri request,
    Instant createdAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant rejectedAt,
    @Nullable Iri stamp) {

  /** Whether both stand for the same deed, whoever has written them down. */
  boolean isSameAs(InteractionRequest other) {
    return deed == other.deed
        && ownerId.equals(other.ownerId)
        && actorId.equals(other.actorId)
        && postId.equals(other.postId);
  }

  /** Whether its owner has said yes, and stands by it. */
  public boolean isAgreed() {
    return acceptedAt != null && rejectedAt == null;
  }

  public boolean isPending() {
    return acceptedAt == null && rejectedAt == null;
  }
}
