package social.parley.people;

import java.util.List;
import social.parley.core.ActorId;

/** Somebody to follow, and why. */
public record Suggestion(ActorId actor, List<Reason> reasons) {
  /** Why somebody is suggested. */
  public enum Reason {
    /** People whom one follows follow them. */
    FRIENDS_OF_FRIENDS,
    /** Many people of this server follow them. */
    MOST_FOLLOWED
  }

  public Suggestion {
    reasons = List.copyOf(reasons);
  }
}
