package social.parley.trials;

import java.util.SplittableRandom;
import org.opentest4j.TestAbortedException;

/**
 * Tries a property with many values. The same seed picks the same values, so that a failure can be
 * repeated; another one is chosen with {@code -Dtrials.seed=NUMBER}.
 */
public final class Trials {
  private static final long SEED = Long.getLong("trials.seed", 1);

  private Trials() {}

  /** What must hold, whatever chance picks. */
  @FunctionalInterface
  public interface Property {
    void holdsFor(Chance chance) throws Exception;
  }

  public static void run(int count, Property property) {
    run(SEED, count, property);
  }

  static void run(long seed, int count, Property property) {
    var source = new SplittableRandom(seed);
    for (int number = 1; number <= count; number++) {
      var chance = new Chance(source.split());
      try {
        property.holdsFor(chance);
      } catch (TestAbortedException skipped) {
        throw skipped;
      } catch (Exception | AssertionError | StackOverflowError failure) {
        throw new AssertionError(
            "trial %d of %d with -Dtrials.seed=%d: %s".formatted(number, count, seed, failure),
            failure);
      }
    }
  }
}
