package social.parley.federation;

import social.parley.storage.Tx;

/**
 * What an activity changes here, ready to be applied. It is applied at most once, together with the
 * note that the activity was seen; if it throws, all of it is undone. It may be tried again after
 * that, so it must change nothing but the database.
 */
@FunctionalInterface
public interface Effect {
  void apply(Tx tx);

  /** Nothing is to be done. */
  static Effect none() {
    return tx -> {};
  }

  /** This, then the other. */
  default Effect then(Effect other) {
    return tx -> {
      apply(tx);
      other.apply(tx);
    };
  }
}
