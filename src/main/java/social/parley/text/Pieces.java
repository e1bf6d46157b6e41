package social.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Handle;
import social.parley.core.Iri;

/**
 * Finds addresses, handles and hashtags in text. Every look ahead is bounded and nothing is ever
 * tried twice, so the time grows with the length of the text whatever it holds.
 */
final class Pieces {
  static final int MAX_HANDLE = 320;
  private static final int MAX_HOST = 260;
  private static final Set<String> SCHEMES =
      Set.of("http", "https", "gemini", "gopher", "ipfs", "ipns", "dat", "dweb", "ssb", "xmpp");
  static final int LONGEST_SCHEME = 6;
  private static final String TRAILING =
      ".,:;!?'\"\u2026\u2019\u201d\u00bb*~|\u060c\u061b\u061f\u0964";
  private static final String STOPS =
      " <>\"`\\\u201c\u201d\u00ab\u00bb"
          // Punctuation of scripts that put no blank after it.
          + "\u3000\u3001\u3002\u300c\u300d\u300e\u300f\u3010\u3011"
          + "\uff08\uff09\uff0c\uff01\uff1f\uff1a\uff1b";

  private final String localDomain;

  Pieces(String localDomain) {
    this.localDomain = localDomain;
  }

  /** The whole text in stretches; their sources in a row are the text again. */
  List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      Piece piece = at(text, at, at == 0 ? -1 : text.codePointBefore(at));
      if (piece == null) {
        at++;
        continue;
      }
      if (at > words) pieces.add(new Piece.Words(text.substring(words, at)));
      pieces.add(piece);
      at += piece.source().length();
      words = at;
    }
    if (words < text.length()) pieces.add(new Piece.Words(text.substring(words)));
    return pieces;
  }

  /** What starts at this place, given the code point before it (-1 at the start of a text). */
  @Nullable Piece at(CharSequence text, int at, int before) {
    char c = text.charAt(at);
    if (c == '@' || c == '＠') return named(text, at, before);
    if (c == '#' || c == '＃') return tagged(text, at, before);
    return isAsciiLetter(c) ? address(text, at, before) : null;
  }

  /** False when a beginning of this length can no longer become a piece. */
  static boolean maybe(CharSequence beginning) {
    if (!isAsciiLetter(beginning.charAt(0))) return true;
    for (int i = 0; i < beginning.length(); i++) if (beginning.charAt(i) == ':') return true;
    return false;
  }

  private @Nullable Piece tagged(CharSequence text, int at, int before) {
    if (before == '/' || before == '=' || before == '&' || isWordBefore(before)) return null;
    int end = Hashtag.end(text, at + 1);
    if (end < 0) return null;
    String source = text.subSequence(at, end).toString();
    return new Piece.Tagged(source, source.substring(1));
  }

  private @Nullable Piece named(CharSequence text, int at, int before) {
    if (before == '/' || before == '=' || before == '@' || isWordBefore(before)) return null;
    int limit = Math.min(text.length(), at + MAX_HANDLE);
    int user = userEnd(text, at + 1, limit);
    if (user < 0) return null;
    String name = text.subSequence(at + 1, user).toString();
    int end = user < limit && text.charAt(user) == '@' ? domainEnd(text, user + 1, limit) : -1;
    String domain = end < 0 ? localDomain : text.subSequence(user + 1, end).toString();
    try {
      Handle handle = new Handle(name, Handle.ascii(domain));
      return new Piece.Named(text.subSequence(at, end < 0 ? user : end).toString(), handle);
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }

  /** User names are ASCII on every known platform, so letters of other scripts end them. */
  private static int userEnd(CharSequence text, int start, int limit) {
    int end = -1;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '_' || isAsciiLetter(c) || isDigit(c)) end = i + 1;
      else if (i == start || (c != '.' && c != '-')) break;
    }
    return end;
  }

  private static int domainEnd(CharSequence text, int start, int limit) {
    int end = -1;
    int label = start;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || isDomainMark(c)) {
        // A Latin top-level domain followed by another script: the text goes on without a space.
        if (c > 0x7f && i > label && end == i && isLatinTop(text, start, label, i)) break;
        end = i + 1;
      } else if (c == '.' && end == i) label = i + 1;
      else if (c != '-' || end != i && text.charAt(i - 1) != '-') break;
    }
    return end < 0 ? end : portEnd(text, end, limit);
  }

  private static boolean isDomainMark(char c) {
    int type = Character.getType(c);
    return Character.isSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isLatinTop(CharSequence text, int start, int label, int end) {
    if (label == start) return false;
    for (int i = label; i < end; i++) if (!isAsciiLetter(text.charAt(i))) return false;
    return !isLatin(text.charAt(end));
  }

  private static boolean isLatin(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static int portEnd(CharSequence text, int colon, int limit) {
    if (colon >= limit || text.charAt(colon) != ':') return colon;
    int end = colon + 1;
    while (end < limit && isDigit(text.charAt(end))) end++;
    return end > colon + 1 && end <= colon + 6 ? end : colon;
  }

  private static @Nullable Piece address(CharSequence text, int at, int before) {
    if (before == '@' || before == '#' || before == '$' || before < 0x80 && isWord(before))
      return null;
    int colon = at;
    while (colon < text.length()
        && colon - at <= LONGEST_SCHEME
        && isAsciiLetter(text.charAt(colon))) colon++;
    if (colon + 1 >= text.length() || text.charAt(colon) != ':') return null;
    String scheme = text.subSequence(at, colon).toString().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) return null;
    boolean slashes = startsWith(text, colon + 1, "//");
    if (!slashes && !scheme.equals("xmpp")) return null;
    int start = slashes ? colon + 3 : colon + 1;
    if (scheme.startsWith("http") && !namesHost(text, start)) return null;
    int end = addressEnd(text, start, Math.min(text.length(), at + Iri.MAX_LENGTH));
    return end <= start ? null : new Piece.Address(text.subSequence(at, end).toString());
  }

  private static boolean startsWith(CharSequence text, int at, String part) {
    if (at + part.length() > text.length()) return false;
    return text.subSequence(at, at + part.length()).toString().equals(part);
  }

  /** Ends at a blank, a quotation mark, a bracket nobody opened, or before final punctuation. */
  private static int addressEnd(CharSequence text, int start, int limit) {
    int round = 0;
    int square = 0;
    int end = start;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || STOPS.indexOf(c) >= 0 || isBlank(c)) break;
      if (c == '(') round++;
      if (c == '[') square++;
      if (c == ')' && --round < 0) break;
      if (c == ']' && --square < 0) break;
      if (TRAILING.indexOf(c) < 0 && c != '(' && c != '[') end = i + 1;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** A name with a dot, localhost or a literal address, and perhaps a port. */
  private static boolean namesHost(CharSequence text, int start) {
    int limit = Math.min(text.length(), start + MAX_HOST);
    int end = start;
    boolean dot = false;
    boolean literal = start < limit && text.charAt(start) == '[';
    for (; end < limit; end++) {
      char c = text.charAt(end);
      dot |= c == '.' && end > start;
      boolean inside = literal && (c == '[' || c == ']' || c == ':');
      if (literal && end > start && text.charAt(end - 1) == ']') break;
      if (!inside && c != '.' && c != '-' && !isWord(c) && !isDomainMark(c)) break;
    }
    if (literal) return end > start + 2 && text.charAt(end - 1) == ']';
    return end > start && isWord(text.charAt(start)) && (dot || isLocal(text, start, end));
  }

  private static boolean isLocal(CharSequence text, int start, int end) {
    return text.subSequence(start, end).toString().equalsIgnoreCase("localhost");
  }

  /** Scripts without spaces between words do not keep a mention or hashtag from starting. */
  private static boolean isWordBefore(int c) {
    if (c < 0 || !isWord(c)) return false;
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
      default -> true;
    };
  }

  private static boolean isWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
