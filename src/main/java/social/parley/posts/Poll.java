package social.parley.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;

/**
 * The poll of a post, known by that post's id. {@code voters} counts people, the options count
 * votes; a poll without {@code expiresAt} stays open.
 */
public record Poll(
    PostId post,
    boolean multiple,
    boolean hideTotals,
    @Nullable Instant expiresAt,
    boolean ended,
    long voters,
    List<Option> options) {

  /** One answer to choose, and how often it was chosen. */
  public record Option(String title, long votes) {}

  public Poll {
    options = List.copyOf(options);
  }

  public long votes() {
    return options.stream().mapToLong(Option::votes).sum();
  }

  /** The same with its end as already known here. */
  Poll with(boolean alreadyEnded) {
    return new Poll(post, multiple, hideTotals, expiresAt, alreadyEnded, voters, options);
  }

  /** The same choices under the same rules, so that votes keep their meaning. */
  boolean asksTheSameAs(Poll other) {
    return multiple == other.multiple
        && options.stream()
            .map(Option::title)
            .toList()
            .equals(other.options.stream().map(Option::title).toList());
  }

  public boolean isOver(Instant now) {
    return ended || (expiresAt != null && !expiresAt.isAfter(now));
  }

  /** Whether counts for single options are kept back until the end. */
  public boolean hidesTotals(Instant now) {
    return hideTotals && !isOver(now);
  }
}
