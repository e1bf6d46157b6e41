package social.parley.mastodon.people;

import io.javalin.http.Context;
import social.parley.core.Refused;
import social.parley.http.Parameters;

/** Reads how many entries of a list to leave out. */
public final class Offsets {
  private static final int MOST = 10_000;

  private Offsets() {}

  public static int of(Context ctx) {
    Long offset = Parameters.of(ctx).number("offset");
    if (offset == null) return 0;
    if (offset < 0) throw new Refused.Invalid("offset", "must not be negative");
    return (int) Math.min(offset, MOST);
  }
}
