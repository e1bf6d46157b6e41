package social.parley.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** Which answers pages of other origins may read: all that is the same without cookies. */
final class Cors {
  private static final List<String> PREFIXES =
      List.of("/api/", "/.well-known/", "/nodeinfo/", "/media/", "/users/", "/@");
  private static final List<String> PATHS =
      List.of("/oauth/token", "/oauth/revoke", "/oauth/userinfo");
  private static final HttpField ORIGIN =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  private static final HttpField EXPOSED =
      new PreEncodedHttpField(
          HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS,
          "Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id,"
              + " Mastodon-Async-Refresh");
  private static final HttpField METHODS =
      new PreEncodedHttpField(
          HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  private static final HttpField AGE =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "86400");

  private Cors() {}

  static boolean open(Request request, String path) {
    for (String prefix : PREFIXES) if (path.startsWith(prefix)) return true;
    for (String open : PATHS)
      if (path.startsWith(open) && (path.length() == open.length() || path.endsWith("/")))
        return true;
    return Negotiation.prefersActivity(request.getHeaders().get(HttpHeader.ACCEPT));
  }

  static void writeTo(HttpFields.Mutable headers) {
    headers.put(ORIGIN);
    headers.put(EXPOSED);
  }

  /** Answers the question that browsers ask ahead of a request with more than plain headers. */
  static void preflight(Request request, HttpFields.Mutable headers) {
    headers.put(METHODS);
    headers.put(AGE);
    String asked = request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
    if (asked != null && asked.matches("[A-Za-z0-9, _-]{1,1000}"))
      headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, asked);
  }
}
