package social.parley.follows;

import java.util.Arrays;
import social.parley.core.ActorId;

/** Whom somebody follows, and who blocks them: what decides which posts they may see. */
public final class Circle {
  /** That of a stranger. */
  public static final Circle NOBODY = new Circle(new long[0], new long[0]);

  private final long[] followed;
  private final long[] blockers;

  /** Both in rising order. */
  Circle(long[] followed, long[] blockers) {
    this.followed = followed;
    this.blockers = blockers;
  }

  /** True when the follow has been accepted. */
  public boolean follows(ActorId other) {
    return Arrays.binarySearch(followed, other.value()) >= 0;
  }

  public boolean isBlockedBy(ActorId other) {
    return blockers.length > 0 && Arrays.binarySearch(blockers, other.value()) >= 0;
  }

  int weight() {
    return 64 + 8 * (followed.length + blockers.length);
  }
}
