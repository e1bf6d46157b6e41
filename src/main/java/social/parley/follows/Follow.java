package social.parley.follows;

import java.time.Instant;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/** One person's wish to read another, granted or still asked for. */
public record Follow(
    long id,
    ActorId follower,
    ActorId followed,
    Iri iri,
    State state,
    FollowOptions options,
    Instant createdAt) {
  /** Whether the followed one has agreed. */
  public enum State {
    ACCEPTED,
    REQUESTED
  }

  public boolean accepted() {
    return state == State.ACCEPTED;
  }
}
