package social.parley.moderation;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done to somebody.
 *
 * @param text what they are told about it
 * @param mail whether they are told by mail, too
 * @param report the report that it settles, with all others about them
 */
public record Decision(Sanction sanction, String text, boolean mail, @Nullable Long report) {
  /** Without a word. */
  public static Decision of(Sanction sanction) {
    return new Decision(sanction, "", false, null);
  }
}
