package social.parley.mastodon;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Times;
import social.parley.core.Refused;
import social.parley.http.Parameters;

/** Dates as clients parse them: UTC with exactly three digits of milliseconds, and a Z. */
public final class ApiDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ApiDates() {}

  public static String of(Instant time) {
    return FORMAT.format(time);
  }

  /** The time given under a key; null when none is, or an empty text. */
  public static @Nullable Instant given(Context ctx, String key) {
    String text = Parameters.of(ctx).text(key, "").strip();
    if (text.isEmpty()) return null;
    Instant time = Times.parse(text);
    if (time == null) throw new Refused.Invalid(key, "is not a date");
    return time;
  }

  /** The same at midnight, where the time of day is nobody's business. */
  public static String day(Instant time) {
    return of(time.truncatedTo(ChronoUnit.DAYS));
  }
}
