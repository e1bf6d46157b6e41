package social.parley.moderation.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import social.parley.core.Ids;
import social.parley.core.Refused;

/** Some days in a row, in UTC, the last one included. */
public record Span(LocalDate first, LocalDate last) {
  private static final int LONGEST = 750;

  public Span {
    if (last.isBefore(first)) throw new Refused.Invalid("end_at", "is before start_at");
    if (first.until(last, ChronoUnit.DAYS) >= LONGEST)
      throw new Refused.Invalid("end_at", "is too long after start_at");
  }

  List<LocalDate> days() {
    return new ArrayList<>(first.datesUntil(last.plusDays(1)).toList());
  }

  /** As many days just before. */
  Span before() {
    long days = first.until(last, ChronoUnit.DAYS) + 1;
    return new Span(first.minusDays(days), first.minusDays(1));
  }

  Instant begin() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The least id of its first moment. */
  long fromId() {
    return Ids.floor(begin());
  }

  /** The least id of the moment after it. */
  long toId() {
    return Ids.floor(end());
  }
}
