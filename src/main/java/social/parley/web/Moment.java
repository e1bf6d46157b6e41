package social.parley.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as pages show it: for machines, in short, and in full; times are UTC until scripts run.
 */
public record Moment(String iso, String brief, String full) {
  private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_INSTANT;
  private static final DateTimeFormatter FULL = format("d MMMM uuuu, HH:mm 'UTC'");
  private static final DateTimeFormatter DAY = format("d MMM");
  private static final DateTimeFormatter DAY_AND_YEAR = format("d MMM uuuu");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** How long ago something was, or when. */
  public static Moment of(Instant time, Instant now) {
    ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
    return new Moment(
        ISO.format(time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
        brief(time, now),
        FULL.format(utc));
  }

  private static String brief(Instant time, Instant now) {
    Duration ago = Duration.between(time, now);
    if (ago.compareTo(Duration.ofMinutes(1)) < 0 && !ago.isNegative()) return "now";
    if (!ago.isNegative() && ago.toHours() < 1) return ago.toMinutes() + " min";
    if (!ago.isNegative() && ago.toDays() < 1) return ago.toHours() + " h";
    if (!ago.isNegative() && ago.toDays() < 7) return ago.toDays() + " d";
    ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
    boolean thisYear = utc.getYear() == now.atZone(ZoneOffset.UTC).getYear();
    return (thisYear ? DAY : DAY_AND_YEAR).format(utc);
  }

  /** The time that is left until something, in words. */
  static String left(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (left.toDays() > 1) return left.toDays() + " days left";
    if (left.toHours() > 1) return left.toHours() + " hours left";
    return Math.max(1, left.toMinutes()) + " min left";
  }
}
