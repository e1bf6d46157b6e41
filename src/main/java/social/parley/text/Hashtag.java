package social.parley.text;

import java.text.Normalizer;
import java.util.Locale;

/** The spelling of hashtags: which texts are one, and which two are the same. */
public final class Hashtag {
  /** Longer runs of letters are not taken as a hashtag, counted in UTF-16 units. */
  public static final int MAX_LENGTH = 120;

  private static final String PLAIN_LATIN = "đdðdħhıiłløoŧtſs";

  private Hashtag() {}

  /**
   * The form two spellings are compared by: width and case folded, Latin letters without their
   * accents, no leading sign.
   */
  public static String normalise(String tag) {
    String bare = tag.startsWith("#") || tag.startsWith("＃") ? tag.substring(1) : tag;
    String folded = Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (isAscii(folded)) return folded;
    String apart = Normalizer.normalize(folded, Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder(apart.length());
    boolean afterLatin = false;
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (afterLatin && Character.getType(c) == Character.NON_SPACING_MARK) continue;
      afterLatin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
      int special = afterLatin ? PLAIN_LATIN.indexOf(c) : -1;
      kept.appendCodePoint(special >= 0 && special % 2 == 0 ? PLAIN_LATIN.charAt(special + 1) : c);
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** True when the text, without its sign, would be recognised as a hashtag in a post. */
  public static boolean isValid(String tag) {
    return !tag.isEmpty() && end(tag, 0) == tag.length();
  }

  /** Where the hashtag whose first letter is at {@code start} ends, or -1 when there is none. */
  static int end(CharSequence text, int start) {
    int end = start;
    boolean letters = false;
    for (int i = start; i < text.length() && i - start <= MAX_LENGTH; ) {
      int c = Character.codePointAt(text, i);
      boolean joint = isJoint(c);
      if (!joint && !isWord(c)) break;
      i += Character.charCount(c);
      if (joint && end == start) return -1;
      if (!joint || c == '_') end = i;
      letters |= Character.isLetter(c);
    }
    return letters && end - start <= MAX_LENGTH ? end : -1;
  }

  private static boolean isWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  // Middle dots join words in Catalan and Japanese, the zero-width non-joiner in Persian.
  private static boolean isJoint(int c) {
    return c == '\u00b7' || c == '\u30fb' || c == '\u200c';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 0x7f) return false;
    return true;
  }
}
