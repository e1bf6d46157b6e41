package social.parley.http;

import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;

/**
 * Cookies that other sites cannot send with a post and https keeps; scripts cannot read them unless
 * they are meant for them.
 */
public final class Cookies {
  /** The cookie that holds the session's token. */
  public static final String SESSION = "parley_session";

  private static final String HIDDEN = "; HttpOnly";

  private final boolean https;

  public Cookies(Settings settings) {
    this.https = settings.https();
  }

  /** The value of a cookie, if the browser sent it. */
  public @Nullable String get(Context ctx, String name) {
    return ctx.cookie(fullName(name));
  }

  /** Sets a cookie of letters, digits, {@code -} and {@code _} for a while. */
  public void set(Context ctx, String name, String value, Duration age) {
    write(ctx, name, value, HIDDEN, age.toSeconds());
  }

  /** Sets a cookie for the scripts of the pages, which take it away themselves. */
  public void show(Context ctx, String name, String value, Duration age) {
    write(ctx, name, value, "", age.toSeconds());
  }

  /** Takes a cookie away. */
  public void clear(Context ctx, String name) {
    write(ctx, name, "", HIDDEN, 0);
  }

  private void write(Context ctx, String name, String value, String more, long seconds) {
    String attributes = "; Path=/" + more + "; SameSite=Lax; Max-Age=" + seconds;
    ctx.res()
        .addHeader(
            "Set-Cookie", fullName(name) + "=" + value + attributes + (https ? "; Secure" : ""));
  }

  private String fullName(String name) {
    // The prefix makes browsers refuse the cookie from a sibling host or over plain http.
    return https ? "__Host-" + name : name;
  }
}
