package social.parley.mastodon;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Times;
import social.parley.core.Refused;
import social.parley.http.Parameters;

/** Dates as clients parse them: UTC with exactly three digits of milliseconds, and a Z. */
public final class ApiDates {
  private static final int LENGTH = "0000-00-00T00:00:00.000Z".length();

  private ApiDates() {}

  /** Written digit by digit: a page of posts has hundreds of dates, and a formatter is slow. */
  public static String of(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(LENGTH);
    year(text, utc.getYear());
    two(text.append('-'), utc.getMonthValue());
    two(text.append('-'), utc.getDayOfMonth());
    two(text.append('T'), utc.getHour());
    two(text.append(':'), utc.getMinute());
    two(text.append(':'), utc.getSecond());
    int milliseconds = utc.getNano() / 1_000_000;
    two(text.append('.').append((char) ('0' + milliseconds / 100)), milliseconds % 100);
    return text.append('Z').toString();
  }

  /** Of four digits at least; a sign says that a year is before them or has more. */
  private static void year(StringBuilder text, int year) {
    if (year < 0) text.append('-');
    else if (year > 9999) text.append('+');
    int size = Math.abs(year);
    if (size > 9999) {
      text.append(size);
    } else {
      two(text, size / 100);
      two(text, size % 100);
    }
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
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
