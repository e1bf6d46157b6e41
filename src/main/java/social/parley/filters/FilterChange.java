package social.parley.filters;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a filter; what is null stays as it is. */
public record FilterChange(
    @Nullable String title,
    @Nullable Set<FilterContext> contexts,
    @Nullable FilterAction action,
    @Nullable Expiry expiry,
    List<Word> words) {

  /** Until when; null means for good. */
  public record Expiry(@Nullable Instant at) {}

  /** A keyword that is new, becomes another or goes. */
  public sealed interface Word {
    /** A new one. */
    record Added(String keyword, boolean wholeWord) implements Word {}

    /** Another form of one that is there; what is null stays. */
    record Changed(long id, @Nullable String keyword, @Nullable Boolean wholeWord)
        implements Word {}

    /** One that goes. */
    record Removed(long id) implements Word {}
  }

  public FilterChange {
    words = List.copyOf(words);
  }
}
