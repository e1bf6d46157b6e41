package social.parley.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes the random words that stand for a login, a program or a link in a mail. */
public final class Secrets {
  private static final int BYTES = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private final RandomGenerator random;

  /** Give it a {@link java.security.SecureRandom}, except in tests. */
  public Secrets(RandomGenerator random) {
    this.random = random;
  }

  /** A new secret of 256 bits, of letters, digits, dashes and underscores. */
  public String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /** What is kept of a secret; it has too many bits to be guessed, so plain SHA-256 will do. */
  static String hash(String secret) {
    return BASE64.encodeToString(sha256(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** Compares without telling by its duration where the difference is. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
