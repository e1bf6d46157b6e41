package social.parley.signatures;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long a signed request stays good; the same limits as Mastodon's, which peers are used to. */
final class Window {
  static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);
  static final Duration LONGEST_LIFETIME = Duration.ofHours(12);
  static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Window() {}

  /** Why the request is not good now, or null when it is. */
  static @Nullable String refusal(Instant created, @Nullable Instant expires, Instant now) {
    Instant latest = created.plus(LONGEST_LIFETIME);
    Instant end = expires == null ? created.plus(DEFAULT_LIFETIME) : expires;
    if (end.isAfter(latest)) end = latest;
    if (created.isAfter(now.plus(CLOCK_SKEW))) return "signed in the future";
    return now.isAfter(end.plus(CLOCK_SKEW)) ? "signed too long ago" : null;
  }

  static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }

  static @Nullable Instant readHttpDate(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /** Seconds since 1970 as signatures write them, perhaps with a fraction; null when it is not. */
  static @Nullable Instant readSeconds(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    if (whole.isEmpty() || whole.length() > 12) return null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && i != dot) return null;
    }
    return Instant.ofEpochSecond(Long.parseLong(whole));
  }
}
