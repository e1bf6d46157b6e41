package social.parley.timelines;

import java.util.Set;
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

  /** Those that apps show: everything, without replies, without boosts, without both. */
  static final Set<AccountFilter> USUAL =
      Set.of(
          ALL,
          new AccountFilter(false, true, false, false, false, null),
          new AccountFilter(false, false, true, false, false, null),
          new AccountFilter(false, true, true, false, false, null));
}
