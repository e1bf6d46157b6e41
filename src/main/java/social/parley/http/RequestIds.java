package social.parley.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Gives out ids of requests: no two alike, and none that tells how many came before. */
final class RequestIds {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final AtomicLong state;

  RequestIds(RandomGenerator random) {
    state = new AtomicLong(random.nextLong());
  }

  String next() {
    long bits = mixed(state.getAndAdd(STEP));
    char[] id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++, bits >>>= 5) id[i] = ALPHABET.charAt((int) (bits & 31));
    return new String(id);
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
