package social.parley.http;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The id of a request, in its log lines and in the {@code X-Request-Id} header. */
public final class RequestId {
  static final String ATTRIBUTE = "parley.request-id";
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;

  private RequestId() {}

  public static String of(Context ctx) {
    return Objects.requireNonNull(ctx.<String>attribute(ATTRIBUTE));
  }

  static String next(RandomGenerator random) {
    long bits = random.nextLong();
    char[] id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++, bits >>>= 5) id[i] = ALPHABET.charAt((int) (bits & 31));
    return new String(id);
  }
}
