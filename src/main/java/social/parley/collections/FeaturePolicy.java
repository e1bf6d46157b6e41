package social.parley.collections;

import social.parley.actors.Actor;

/** Who may put somebody into a collection. */
public enum FeaturePolicy {
  /** Everybody: they want to be found. */
  PUBLIC,
  /** Nobody. */
  NOBODY,
  /** Their server says nothing of it, which counts as no (FEP-7aa9). */
  MISSING;

  public static FeaturePolicy of(Actor actor) {
    if (!actor.local()) return MISSING;
    return actor.discoverable() ? PUBLIC : NOBODY;
  }
}
