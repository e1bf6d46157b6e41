package social.parley.federation;

import java.time.Duration;

/**
 * How much of one host is written together: as much as lately took a moment, so that whoever waits
 * for the next write does not wait long, however slow the machine is just now.
 */
final class Pace {
  private static final Duration MOMENT = Duration.ofMillis(100);
  private final int most;
  private volatile double millisEach;

  Pace(int most) {
    this.most = most;
  }

  /** How many to write together now. */
  int together() {
    double fitting = MOMENT.toMillis() / Math.max(millisEach, 0.001);
    return (int) Math.clamp(fitting, 1, most);
  }

  /** So many were written in this time; what is known goes half the way there. */
  void took(int number, Duration time) {
    millisEach = (millisEach + (double) time.toMillis() / number) / 2;
  }
}
