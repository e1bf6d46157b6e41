package social.parley.accounts;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import social.parley.core.Refused;

/**
 * Hashes and checks passwords, few at a time: each needs 19 MiB for a while, and whoever floods the
 * login must exhaust neither memory nor every core.
 */
public final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int LONGEST_QUEUE = 64;
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private final PasswordCost cost;
  private final Semaphore places;
  private final PasswordHash nobody;

  /** Give it a {@link java.security.SecureRandom}, except in tests. */
  public Passwords(RandomGenerator random, PasswordCost cost) {
    this.random = random;
    this.cost = cost;
    // Half of the cores, so that other requests go on meanwhile.
    this.places =
        new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4), true);
    this.nobody = new PasswordHash(cost, salt(), new byte[32]);
  }

  /** The hash to store. */
  String hash(String password) {
    return inTurn(() -> PasswordHash.of(password, cost, salt()).toString());
  }

  boolean matches(String password, String stored) {
    PasswordHash hash = PasswordHash.parse(stored);
    return inTurn(() -> hash.matches(password));
  }

  /** Takes as long as a check of somebody's password would. */
  void checkNobody(String password) {
    inTurn(() -> nobody.matches(password));
  }

  /** Whether the hash was made at another cost than today's. */
  boolean isOutdated(String stored) {
    return !PasswordHash.parse(stored).cost().equals(cost);
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private <T> T inTurn(Supplier<T> work) {
    if (places.getQueueLength() >= LONGEST_QUEUE) throw new Refused.TooMany(RETRY);
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
