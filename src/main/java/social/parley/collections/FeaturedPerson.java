package social.parley.collections;

import java.time.Instant;
import social.parley.core.ActorId;

/** Somebody in a collection. */
public record FeaturedPerson(
    long id, CollectionId collectionId, ActorId actorId, State state, Instant createdAt) {
  /** Whether somebody agrees to stand in it. */
  public enum State {
    ACCEPTED,
    /** They have taken themselves out, and nobody can put them back. */
    REVOKED
  }
}
