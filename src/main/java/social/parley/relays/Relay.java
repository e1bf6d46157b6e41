package social.parley.relays;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/** A relay as it was subscribed to; its actor is known once it has answered. */
public record Relay(
    long id,
    Iri address,
    Iri inbox,
    Kind kind,
    State state,
    Iri follow,
    @Nullable ActorId actor,
    Instant createdAt) {
  /** What a relay wants to be sent. */
  public enum Kind {
    /** Follows of everyone, and the activities themselves. */
    ACTIVITIES,
    /** Follows of its actor, and boosts by the server. */
    BOOSTS
  }

  /** What it has answered. */
  public enum State {
    ASKED,
    ACCEPTED,
    REFUSED
  }

  public boolean accepted() {
    return state == State.ACCEPTED;
  }
}
