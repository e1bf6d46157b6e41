package social.parley.posts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import social.parley.core.PostId;

/**
 * What somebody has done with some posts, by boosting and voting, and all that they have pinned and
 * muted; muted threads by their first posts, votes by the positions of options.
 */
public record Deeds(
    Set<PostId> boosted,
    Map<PostId, List<Integer>> votes,
    Set<PostId> pins,
    Set<PostId> mutedThreads) {
  public Deeds {
    boosted = Set.copyOf(boosted);
    votes = Map.copyOf(votes);
    pins = Set.copyOf(pins);
    mutedThreads = Set.copyOf(mutedThreads);
  }
}
