package social.parley.cli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that starts in the past, is moved on as the story goes, and ends as the real one. */
final class StoryClock extends Clock {
  private final Clock real;
  private volatile Duration behind = Duration.ZERO;

  StoryClock(Clock real) {
    this.real = real;
  }

  /** Goes back to where a story starts; only before anybody has looked. */
  void goTo(Instant start) {
    behind = Duration.between(start, real.instant());
  }

  /** Goes on to a time, unless it has passed already. */
  void advanceTo(Instant time) {
    Duration left = Duration.between(time, real.instant());
    if (left.compareTo(behind) < 0) behind = left.isNegative() ? Duration.ZERO : left;
  }

  /** From now on this is the real time. */
  void catchUp() {
    behind = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return real.instant().minus(behind);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a story has one zone");
  }
}
