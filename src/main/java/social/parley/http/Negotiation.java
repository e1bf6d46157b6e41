package social.parley.http;

import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the forms of a thing a request wants. */
public final class Negotiation {
  /** The media type of an ActivityPub document. */
  public static final String ACTIVITY = "application/activity+json";

  private Negotiation() {}

  /**
   * Whether an ActivityPub document is wanted rather than a page; a request without preference gets
   * the page. Marks the answer as one that depends on {@code Accept}.
   */
  public static boolean wantsActivity(Context ctx) {
    ctx.res().addHeader("Vary", "Accept");
    return prefersActivity(ctx.header("Accept"));
  }

  static boolean prefersActivity(@Nullable String accept) {
    if (accept == null) return false;
    double activity = 0;
    double page = 0;
    boolean activityFirst = false;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = range.split(";");
      double quality = quality(parts);
      switch (parts[0].strip()) {
        case ACTIVITY, "application/ld+json", "application/json" -> {
          if (page == 0 && quality > 0) activityFirst = true;
          activity = Math.max(activity, quality);
        }
        case "text/html", "application/xhtml+xml" -> page = Math.max(page, quality);
        default -> {}
      }
    }
    return activity > page || (activity > 0 && activity == page && activityFirst);
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (!parameter.startsWith("q=")) continue;
      try {
        return Math.clamp(Double.parseDouble(parameter.substring(2)), 0, 1);
      } catch (NumberFormatException malformed) {
        return 0;
      }
    }
    return 1;
  }
}
