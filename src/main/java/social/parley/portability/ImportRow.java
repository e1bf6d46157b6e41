package social.parley.portability;

import org.jspecify.annotations.Nullable;

/** One row of a list that somebody has brought; what failed has a reason, in English. */
public record ImportRow(
    long line, String subject, String detail, State state, int attempts, @Nullable String reason) {
  /** What has become of it. */
  public enum State {
    WAITING,
    DONE,
    FAILED
  }
}
