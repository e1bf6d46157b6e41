package social.parley.trends;

import java.time.Duration;

/** How much something is talked about. */
final class Scores {
  /** What nobody would call a trend any more. */
  static final double LEAST = 0.25;

  private static final Duration POST_HALF_LIFE = Duration.ofHours(4);
  private static final Duration HALF_LIFE = Duration.ofHours(3);

  private Scores() {}

  /** Of a post, by how many have reacted to it and how old it is. */
  static double post(long reactions, Duration age) {
    return reactions * decay(age, POST_HALF_LIFE);
  }

  /**
   * Of a tag or link, by how many people have used it in the last day and in the day before: what
   * rises counts, not what is always there.
   */
  static double rise(double observed, double before) {
    double expected = Math.max(1, before);
    return observed <= expected ? 0 : (observed - expected) * (observed - expected) / expected;
  }

  /** What is left of a former score after a while. */
  static double faded(double score, Duration since) {
    return score * decay(since, HALF_LIFE);
  }

  private static double decay(Duration age, Duration halfLife) {
    return Math.pow(0.5, (double) Math.max(0, age.toMillis()) / halfLife.toMillis());
  }
}
