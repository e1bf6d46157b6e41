package social.parley.posts;

import java.time.Duration;
import java.util.List;

/** A poll that somebody wants to start. */
public record PollDraft(
    List<String> options, boolean multiple, boolean hideTotals, Duration expiresIn) {
  public static final Duration SHORTEST = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofDays(366);

  /** The longest choice. */
  public static final int OPTION_CHARACTERS = 100;

  public PollDraft {
    options = List.copyOf(options);
  }
}
