package social.parley.http;

import io.javalin.http.Context;
import java.time.Duration;

/** How long an answer may be kept, and by whom. */
public final class Caching {
  private static final String HEADER = "Cache-Control";

  private Caching() {}

  /** The address changes when the content does. */
  public static void forever(Context ctx) {
    ctx.header(HEADER, "public, max-age=31536000, immutable");
  }

  /** The same for everybody, for a while. */
  public static void shared(Context ctx, Duration age) {
    ctx.header(HEADER, "public, max-age=" + age.toSeconds());
  }

  /** May be kept, but every use asks whether it still holds. */
  public static void revalidated(Context ctx) {
    ctx.header(HEADER, "no-cache");
  }

  /** Meant for one person; nobody keeps it. */
  public static void never(Context ctx) {
    ctx.header(HEADER, "private, no-store");
  }

  /**
   * Marks the answer with a tag of its content.
   *
   * @return whether the client has that content already; then 304 is set and no body needed
   */
  public static boolean unchanged(Context ctx, String tag) {
    String quoted = "\"" + tag + "\"";
    ctx.header("ETag", quoted);
    String known = ctx.header("If-None-Match");
    if (known == null) return false;
    for (String candidate : known.split(",")) {
      String bare = candidate.strip();
      if (bare.startsWith("W/")) bare = bare.substring(2);
      if (!bare.equals(quoted) && !bare.equals("*")) continue;
      ctx.status(304);
      return true;
    }
    return false;
  }
}
