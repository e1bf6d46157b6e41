package social.parley.timelines;

import org.jspecify.annotations.Nullable;

/** Which posts of one person. */
public record AccountFilter(
    boolean onlyMedia,
    boolean excludeReplies,
    boolean excludeBoosts,
    boolean excludeLetters,
    boolean pinned,
    @Nullable String tagged) {
  public static final AccountFilter ALL =
      new AccountFilter(false, false, false, false, false, null);
}
