package social.parley.http;

import io.javalin.http.Context;
import java.util.Objects;

/** The id of a request, in its log lines and in the {@code X-Request-Id} header. */
public final class RequestId {
  static final String ATTRIBUTE = "parley.request-id";

  private RequestId() {}

  public static String of(Context ctx) {
    return Objects.requireNonNull(ctx.<String>attribute(ATTRIBUTE));
  }
}
