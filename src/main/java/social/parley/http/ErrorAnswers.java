package social.parley.http;

import io.javalin.http.Context;
import social.parley.core.Refused;

/** How one surface words its errors; the first that covers a request is asked. */
public interface ErrorAnswers {
  /** Whether errors of this request are this surface's to word. */
  boolean covers(Context ctx);

  /** Answers a refusal; an unknown path arrives here as {@link Refused.NotFound}. */
  void refuse(Context ctx, Refused refused);

  /**
   * Answers what is no refusal: 400 for bytes that make no sense, 405, 413, or 500 for a bug that
   * has been logged already under {@link RequestId#of}.
   */
  void fail(Context ctx, int status, String reason);
}
