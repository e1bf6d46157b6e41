package social.parley.activitystreams;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time as the fediverse writes them; written back always as RFC 3339 with Z. */
public final class Times {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Zones as Z, +01:00, +0100 or none; seconds may be missing; a blank may stand for the T. */
  private static final DateTimeFormatter LIBERAL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  /** The instant, or null when the text is not a date; without a zone it is taken for UTC. */
  public static @Nullable Instant parse(String text) {
    if (text.length() < 10 || text.length() > 40) return null;
    try {
      return bounded(text.endsWith("Z") ? Instant.parse(text) : liberal(text));
    } catch (DateTimeException unusual) {
      return retried(text);
    }
  }

  private static @Nullable Instant retried(String text) {
    try {
      return bounded(liberal(text));
    } catch (DateTimeException notDate) {
      return null;
    }
  }

  private static Instant liberal(String text) {
    TemporalAccessor found =
        LIBERAL.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (found) {
      case OffsetDateTime exact -> exact.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(found).atStartOfDay().toInstant(ZoneOffset.UTC);
    };
  }

  /** The instant, or null when its year is none of 1 to 9999. */
  public static @Nullable Instant bounded(Instant instant) {
    return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
  }
}
