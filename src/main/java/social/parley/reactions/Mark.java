package social.parley.reactions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.events.Attendance;

/**
 * What one person has done with one post; the votes are positions of options in its poll, the
 * reactions names of emoji, the attendance how they stand to an event.
 */
public record Mark(
    boolean favourited,
    boolean disliked,
    boolean boosted,
    boolean bookmarked,
    boolean pinned,
    boolean muted,
    List<Integer> votes,
    List<String> reactions,
    @Nullable Attendance attendance) {
  /** Nothing at all. */
  public static final Mark NONE =
      new Mark(false, false, false, false, false, false, List.of(), List.of(), null);

  Mark with(boolean isPinned, boolean isMuted) {
    return new Mark(
        favourited, disliked, boosted, bookmarked, isPinned, isMuted, votes, reactions, attendance);
  }

  public Mark {
    votes = List.copyOf(votes);
    reactions = List.copyOf(reactions);
  }
}
