package social.parley.web;

import static social.parley.words.Words.say;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import social.parley.words.Dates;
import social.parley.words.Words;

/**
 * A time as pages show it: for machines, in short, and in full; times are UTC until scripts run.
 */
public record Moment(Instant time, Instant now) {
  private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_INSTANT;

  public static Moment of(Instant time, Instant now) {
    return new Moment(time, now);
  }

  public String iso() {
    return ISO.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Day and time of day. */
  public String full() {
    Dates dates = Words.now().dates();
    return say("time.full", dates.day(time), dates.time(time));
  }

  /** The time of day as the page of its reader says it, once scripts run. */
  public Html local() {
    return new Html(
        "<time datetime=\"" + iso() + "\" data-local>" + Html.escape(full()) + "</time>");
  }

  /** In short, with the rest for whoever points at it. */
  public Html html() {
    return new Html(
        "<time datetime=\""
            + iso()
            + "\" title=\""
            + Html.escape(full())
            + "\">"
            + Html.escape(brief())
            + "</time>");
  }

  public String day() {
    return Words.now().dates().day(time);
  }

  /** How long ago something was, or when. */
  public String brief() {
    Duration ago = Duration.between(time, now);
    if (ago.compareTo(Duration.ofMinutes(1)) < 0 && !ago.isNegative()) return say("time.now");
    if (!ago.isNegative() && ago.toHours() < 1) return say("time.minutes", ago.toMinutes());
    if (!ago.isNegative() && ago.toDays() < 1) return say("time.hours", ago.toHours());
    if (!ago.isNegative() && ago.toDays() < 7) return say("time.days", ago.toDays());
    boolean thisYear = year(time) == year(now);
    Dates dates = Words.now().dates();
    return thisYear ? dates.brief(time) : dates.briefWithYear(time);
  }

  /** When {@link #brief} says something else. */
  Instant until() {
    if (now.isBefore(time)) return time;
    Duration ago = Duration.between(time, now);
    if (ago.toHours() < 1) return time.plus(Duration.ofMinutes(ago.toMinutes() + 1));
    if (ago.toDays() < 1) return time.plus(Duration.ofHours(ago.toHours() + 1));
    if (ago.toDays() < 7) return time.plus(Duration.ofDays(ago.toDays() + 1));
    return year(time) == year(now)
        ? LocalDate.of(year(now) + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC)
        : Instant.MAX;
  }

  private static int year(Instant time) {
    return time.atZone(ZoneOffset.UTC).getYear();
  }

  /** When {@link #left} says something else. */
  static Instant leftUntil(Instant end, Instant now) {
    long minutes = Duration.between(now, end).toMinutes();
    return end.minus(Duration.ofMinutes(minutes)).plusNanos(1);
  }

  /** The time that is left until something, in words. */
  static String left(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (left.toDays() > 1) return say("time.left.days", left.toDays());
    if (left.toHours() > 1) return say("time.left.hours", left.toHours());
    return say("time.left.minutes", Math.max(1, left.toMinutes()));
  }
}
