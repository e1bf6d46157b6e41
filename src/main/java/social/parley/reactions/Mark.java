package social.parley.reactions;

import java.util.List;

/**
 * What one person has done with one post; the votes are positions of options in its poll, the
 * reactions names of emoji.
 */
public record Mark(
    boolean favourited,
    boolean disliked,
    boolean boosted,
    boolean bookmarked,
    boolean pinned,
    boolean muted,
    List<Integer> votes,
    List<String> reactions) {
  /** Nothing at all. */
  public static final Mark NONE =
      new Mark(false, false, false, false, false, false, List.of(), List.of());

  Mark with(boolean isPinned, boolean isMuted) {
    return new Mark(favourited, disliked, boosted, bookmarked, isPinned, isMuted, votes, reactions);
  }

  public Mark {
    votes = List.copyOf(votes);
    reactions = List.copyOf(reactions);
  }
}
