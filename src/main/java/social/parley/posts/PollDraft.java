package social.parley.posts;

import java.time.Duration;
import java.util.List;

/** A poll that somebody wants to start. */
public record PollDraft(
    List<String> options, Duration expiresIn, boolean multiple, boolean hideTotals) {
  public PollDraft {
    options = List.copyOf(options);
  }
}
