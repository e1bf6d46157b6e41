package social.parley.appearance;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import social.parley.core.Refused;

/**
 * Reads a style sheet as browsers do (CSS Syntax 3), as far as it takes to find what would load
 * something from elsewhere: {@code @import}, and addresses of other servers in whatever writing.
 */
final class OwnCss {
  /** The longest style sheet, in bytes. */
  static final int MOST = 64 * 1024;

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\s*(?:(?!data:(?:image|font)/)[a-z][a-z0-9+.-]*:|[/\\\\]{2}).*", Pattern.DOTALL);
  private static final Pattern WITH_HOST =
      Pattern.compile(".*(:\\s*[/\\\\]{2}|^\\s*[/\\\\]{2}).*", Pattern.DOTALL);

  private final String css;
  private int at;

  private OwnCss(String css) {
    this.css = css;
  }

  /** The style sheet with plain line ends; refused with the reason when it may not be used. */
  static String checked(String given) {
    String css = given.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n').strip();
    if (css.getBytes(StandardCharsets.UTF_8).length > MOST)
      throw refused("is too long: at most 64 KB can be kept");
    if (css.indexOf('\0') >= 0) throw refused("holds a character that no style sheet may hold");
    new OwnCss(css).read();
    return css;
  }

  private static Refused refused(String reason) {
    return new Refused.Invalid("css", reason);
  }

  private void read() {
    while (at < css.length()) {
      char c = css.charAt(at);
      if (css.startsWith("/*", at)) skipComment();
      else if (c == '"' || c == '\'') checkText(text());
      else if (c == '@') {
        at++;
        checkRule(name());
      } else if (startsName()) {
        String name = name();
        if (peek('(')) checkFunction(name);
      } else at++;
    }
  }

  private void skipComment() {
    int end = css.indexOf("*/", at + 2);
    if (end < 0) throw refused("has a comment that does not end");
    at = end + 2;
  }

  private boolean peek(char c) {
    return at < css.length() && css.charAt(at) == c;
  }

  private boolean startsName() {
    char c = css.charAt(at);
    return isName(c) || (c == '\\' && at + 1 < css.length() && css.charAt(at + 1) != '\n');
  }

  private static boolean isName(char c) {
    return c == '-' || c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
  }

  /** A name in small letters, its escapes resolved. */
  private String name() {
    StringBuilder name = new StringBuilder();
    while (at < css.length() && startsName()) {
      if (css.charAt(at) == '\\') name.append(escaped());
      else name.append(css.charAt(at++));
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** What an escape stands for: one to six digits and perhaps a space, or the character itself. */
  private String escaped() {
    int start = ++at;
    while (at < css.length() && at - start < 6 && Character.digit(css.charAt(at), 16) >= 0) at++;
    if (at == start) return String.valueOf(css.charAt(at++));
    int point = Integer.parseInt(css, start, at, 16);
    if (at < css.length() && Character.isWhitespace(css.charAt(at))) at++;
    return Character.isValidCodePoint(point) ? Character.toString(point) : "\ufffd";
  }

  /** What stands between quotes. */
  private String text() {
    char quote = css.charAt(at++);
    StringBuilder text = new StringBuilder();
    while (at < css.length() && css.charAt(at) != quote) {
      char c = css.charAt(at);
      if (c == '\n') throw refused("has a text whose quotation mark is not closed");
      if (c != '\\') {
        text.append(c);
        at++;
      } else if (at + 1 < css.length() && css.charAt(at + 1) == '\n') at += 2;
      else if (at + 1 < css.length()) text.append(escaped());
      else at++;
    }
    if (at >= css.length()) throw refused("has a text whose quotation mark is not closed");
    at++;
    return text.toString();
  }

  private static void checkRule(String name) {
    if (name.equals("import"))
      throw refused("may not use @import: put all rules into this one style sheet");
  }

  private void checkFunction(String name) {
    if (!name.equals("url")) return;
    at++;
    while (at < css.length() && Character.isWhitespace(css.charAt(at))) at++;
    // With quotation marks it is read on as any other text.
    if (peek('"') || peek('\'')) {
      checkAddress(text());
      return;
    }
    StringBuilder address = new StringBuilder();
    while (at < css.length() && css.charAt(at) != ')') {
      if (css.charAt(at) == '\\' && at + 1 < css.length()) address.append(escaped());
      else address.append(css.charAt(at++));
    }
    checkAddress(address.toString());
  }

  private static void checkAddress(String address) {
    String plain = address.toLowerCase(Locale.ROOT).replaceAll("[\\t\\n]", "");
    if (ELSEWHERE.matcher(plain).matches())
      throw refused(
          "may not load %s: only what begins with / or with data:image/ or data:font/"
              .formatted(address.length() > 80 ? address.substring(0, 80) + "..." : address));
  }

  /** A text may become an address later, for example by way of a custom property. */
  private static void checkText(String text) {
    if (WITH_HOST.matcher(text.replaceAll("[\\t\\n]", "")).matches())
      throw refused(
          "may not name addresses of other servers, such as %s"
              .formatted(text.length() > 80 ? text.substring(0, 80) + "..." : text));
  }
}
