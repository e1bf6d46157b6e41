package social.parley.tags;

import java.util.List;

/**
 * What one reader is told about a hashtag: how it was used on the last days, today first, and
 * whether they follow it and show it on their profile.
 */
public record TagSummary(List<TagDay> history, boolean followed, boolean featured) {
  public TagSummary {
    history = List.copyOf(history);
  }
}
