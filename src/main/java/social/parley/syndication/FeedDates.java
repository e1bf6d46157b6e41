package social.parley.syndication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Times;

/** Dates as feeds write them, rightly or nearly so. */
final class FeedDates {
  private static final DateTimeFormatter NAMED_ZONE =
      DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] z", Locale.ENGLISH);

  private static final List<Function<String, Instant>> WAYS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
          text -> ZonedDateTime.parse(text, NAMED_ZONE).toInstant());

  private FeedDates() {}

  /** The time, or null when nobody can tell. */
  static @Nullable Instant read(String text) {
    if (text.isEmpty()) return null;
    for (Function<String, Instant> way : WAYS) {
      try {
        return Times.bounded(way.apply(text));
      } catch (DateTimeParseException otherwise) {
        continue;
      }
    }
    return null;
  }
}
