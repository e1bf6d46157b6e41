package social.parley.text;

import java.util.LinkedHashSet;
import java.util.Set;

/** Custom emoji in texts, written as {@code :shortcode:}. */
public final class Emoji {
  private static final int MAX_LENGTH = 100;

  private Emoji() {}

  /** The shortcodes that a text uses, without colons, in order of appearance. */
  public static Set<String> shortcodes(String text) {
    Set<String> found = new LinkedHashSet<>();
    int colon = text.indexOf(':');
    while (colon >= 0) {
      int end = colon + 1;
      while (end < text.length() && isCode(text.charAt(end))) end++;
      boolean closed = end < text.length() && text.charAt(end) == ':';
      int length = end - colon - 1;
      if (closed
          && length >= 2
          && length <= MAX_LENGTH
          && isFree(text, colon - 1)
          && isFree(text, end + 1)) {
        found.add(text.substring(colon + 1, end));
        end++;
      }
      colon = text.indexOf(':', end);
    }
    return found;
  }

  private static boolean isCode(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static boolean isFree(String text, int at) {
    if (at < 0 || at >= text.length()) return true;
    char c = text.charAt(at);
    return c >= 0x80 || !Character.isLetterOrDigit(c);
  }
}
