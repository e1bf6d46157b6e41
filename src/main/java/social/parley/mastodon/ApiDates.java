package social.parley.mastodon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Dates as clients parse them: UTC with exactly three digits of milliseconds, and a Z. */
public final class ApiDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ApiDates() {}

  public static String of(Instant time) {
    return FORMAT.format(time);
  }

  /** The same at midnight, where the time of day is nobody's business. */
  public static String day(Instant time) {
    return of(time.truncatedTo(ChronoUnit.DAYS));
  }
}
