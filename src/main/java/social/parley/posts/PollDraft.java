package social.parley.posts;

import java.time.Duration;
import java.util.List;

/** A poll that somebody wants to start. */
public record PollDraft(
    List<String> options, boolean multiple, boolean hideTotals, Duration expiresIn) {
  public PollDraft {
    options = List.copyOf(options);
  }
}
