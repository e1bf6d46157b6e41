package social.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.http.Parameters;

/**
 * Paths of this server that a request may be sent on to; anything else would lead people astray.
 */
final class LocalPath {
  /** Where the pages are that ask for something about a post, and those to log in. */
  private static final List<String> PASSED = List.of("/posts/", "/auth/");

  private LocalPath() {}

  /** The given path if it is one of ours, else the fallback. */
  static String checked(@Nullable String path, String fallback) {
    if (path == null || !path.startsWith("/") || path.startsWith("//")) return fallback;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c == '\\' || c == 0x7f) return fallback;
    }
    try {
      URI uri = URI.create(path);
      return uri.getAuthority() == null && uri.getScheme() == null ? path : fallback;
    } catch (IllegalArgumentException malformed) {
      return fallback;
    }
  }

  /** Where a form asks to be sent back to. */
  static void back(Context ctx, String fallback) {
    go(ctx, checked(Parameters.of(ctx).text("back"), fallback));
  }

  /**
   * The page of ours that somebody comes from, as scripts or browsers say, unless one only passes
   * through it.
   */
  static String from(Context ctx, String fallback) {
    String page = ctx.header("HX-Current-URL");
    if (page == null) page = ctx.header("Referer");
    if (page == null) return fallback;
    try {
      URI uri = URI.create(page);
      if (!Objects.equals(ctx.req().getServerName(), uri.getHost())) return fallback;
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String path = checked(uri.getRawPath() + query, fallback);
      return PASSED.stream().anyMatch(path::startsWith) ? fallback : path;
    } catch (IllegalArgumentException malformed) {
      return fallback;
    }
  }

  /** Sends the browser on with a GET. */
  static void go(Context ctx, String path) {
    if (isPartial(ctx)) ctx.header("HX-Redirect", path).status(HttpStatus.NO_CONTENT);
    else ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  /** Whether a script asks and wants a piece of a page only. */
  static boolean isPartial(Context ctx) {
    return "true".equals(ctx.header("HX-Request"));
  }

  /** Path and query of the request as they were sent. */
  static String of(Context ctx) {
    String query = ctx.queryString();
    return ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
  }
}
