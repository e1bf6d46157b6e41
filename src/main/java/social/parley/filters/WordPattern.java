package social.parley.filters;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All keywords of a filter as one pattern. A whole word needs a boundary only at an end that is a
 * letter, digit or underscore, so that {@code #tag} and {@code c++} are found; and none where the
 * script parts no words by blanks.
 */
final class WordPattern {
  private static final String WORD = "[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]";
  private static final Pattern ANY_WORD = Pattern.compile(WORD);
  private static final Set<Character.UnicodeScript> UNPARTED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  private WordPattern() {}

  static Pattern of(Collection<FilterKeyword> keywords) {
    return Pattern.compile(
        keywords.stream().map(WordPattern::one).collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The form in which text and keywords are compared: one code for one letter. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String one(FilterKeyword keyword) {
    String word = normal(keyword.keyword());
    String quoted = Pattern.quote(word);
    if (!keyword.wholeWord()) return quoted;
    return (isBounded(word.codePointAt(0)) ? "(?<!" + WORD + ")" : "")
        + quoted
        + (isBounded(word.codePointBefore(word.length())) ? "(?!" + WORD + ")" : "");
  }

  private static boolean isBounded(int codePoint) {
    return ANY_WORD.matcher(Character.toString(codePoint)).matches()
        && !UNPARTED.contains(Character.UnicodeScript.of(codePoint));
  }
}
