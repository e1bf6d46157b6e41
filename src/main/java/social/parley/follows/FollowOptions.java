package social.parley.follows;

import java.util.List;

/** What a follower wants to see of the other; an empty list of languages means all. */
public record FollowOptions(boolean boosts, boolean notifying, List<String> languages) {
  public static final FollowOptions USUAL = new FollowOptions(true, false, List.of());

  public FollowOptions {
    languages = List.copyOf(languages);
  }
}
