package social.parley.core;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Mints time-ordered 64-bit row ids: milliseconds since 1970 in the upper 48 bits, a sequence in
 * the lower 16, so that ordering by id is ordering by time.
 */
public final class Ids {
  private static final int SEQUENCE_BITS = 16;
  private static final long SEQUENCE = (1L << SEQUENCE_BITS) - 1;
  private static final long MOST_MILLIS = Long.MAX_VALUE >> SEQUENCE_BITS;
  private static final int START = 1 << (SEQUENCE_BITS - 1);
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicLong last = new AtomicLong();
  private final AtomicLong elsewhere;

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.elsewhere = new AtomicLong(random.nextInt());
  }

  /** A new id for now, greater than every id this object gave for now before. */
  public long next() {
    // Two processes on one database rarely begin a millisecond at the same place.
    long fresh = (clock.millis() << SEQUENCE_BITS) | random.nextInt(START);
    return last.updateAndGet(
        previous -> previous >> SEQUENCE_BITS < fresh >> SEQUENCE_BITS ? fresh : previous + 1);
  }

  /**
   * An id for something that happened elsewhere, its time clamped to now and to 1970. Others tell
   * times in whole seconds, so many things happen at the same one: they are numbered through.
   */
  public long at(Instant happened) {
    long millis = Math.min(millis(happened), clock.millis());
    return (millis << SEQUENCE_BITS) | (elsewhere.getAndIncrement() & SEQUENCE);
  }

  /** The time an id was minted for. */
  public static Instant timeOf(long id) {
    return Instant.ofEpochMilli(id >> SEQUENCE_BITS);
  }

  /** The smallest id of a moment, for range queries. */
  public static long floor(Instant time) {
    return millis(time) << SEQUENCE_BITS;
  }

  /** Since 1970, clamped to what an id has room for: an Instant reaches much farther. */
  private static long millis(Instant time) {
    if (time.getEpochSecond() > MOST_MILLIS / 1000) return MOST_MILLIS;
    return time.getEpochSecond() < 0 ? 0 : time.toEpochMilli();
  }

  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static long parse(String text) {
    if (text.isEmpty() || text.length() > 19) throw new Refused.NotFound();
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') throw new Refused.NotFound();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw new Refused.NotFound();
    }
  }
}
