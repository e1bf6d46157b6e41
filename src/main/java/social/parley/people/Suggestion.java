package social.parley.people;

import java.util.List;
import social.parley.core.ActorId;

/** Somebody to follow, and why. */
public record Suggestion(ActorId actor, List<Reason> reasons) {
  /** Why somebody is suggested. */
  public enum Reason {
    /** Those who run this server have picked them. */
    FEATURED,
    /** People whom one follows follow them. */
    FRIENDS_OF_FRIENDS,
    /** Those who follow whom one has lately followed follow them, too. */
    SIMILAR_TO_RECENTLY_FOLLOWED,
    /** Many people of this server follow them. */
    MOST_FOLLOWED,
    /** What they wrote lately is answered, passed on and liked a lot. */
    MOST_INTERACTIONS
  }

  public Suggestion {
    reasons = List.copyOf(reasons);
  }
}
