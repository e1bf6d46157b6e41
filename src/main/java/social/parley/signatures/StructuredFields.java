package social.parley.signatures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the structured header fields of RFC 8941, as far as signatures need them. */
final class StructuredFields {
  private static final int LONGEST = 16384;
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~:/";

  /** The types a bare item can have. */
  enum Kind {
    INTEGER,
    DECIMAL,
    STRING,
    TOKEN,
    BYTES,
    BOOLEAN
  }

  /** A value without parameters; its text is the canonical one without quotation marks. */
  record Bare(Kind kind, String text) {
    String write() {
      return switch (kind) {
        case INTEGER, DECIMAL, TOKEN -> text;
        case STRING -> quote(text);
        case BYTES -> ":" + text + ":";
        case BOOLEAN -> "?" + text;
      };
    }
  }

  /** A value with parameters. */
  record Item(Bare value, Map<String, Bare> parameters) {
    String write() {
      return value.write() + writeParameters(parameters);
    }
  }

  /** A member of a dictionary: one item, or a list of them in parentheses. */
  record Member(@Nullable Bare value, List<Item> items, Map<String, Bare> parameters) {
    byte @Nullable [] bytes() {
      return value == null || value.kind() != Kind.BYTES ? null : Base64Text.read(value.text());
    }

    boolean isList() {
      return value == null;
    }

    String writeList() {
      return "("
          + String.join(" ", items.stream().map(Item::write).toList())
          + ")"
          + writeParameters(parameters);
    }
  }

  private final String text;
  private int at;

  private StructuredFields(String text) {
    this.text = text;
  }

  static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String writeParameters(Map<String, Bare> parameters) {
    StringBuilder all = new StringBuilder();
    parameters.forEach((name, value) -> {
      all.append(';').append(name);
      if (value.kind() != Kind.BOOLEAN || value.text().equals("0"))
        all.append('=').append(value.write());
    });
    return all.toString();
  }

  /** A dictionary in the order of the text. */
  static Map<String, Member> dictionary(String text) {
    if (text.length() > LONGEST) throw new MalformedSignature("header too long");
    return new StructuredFields(text).dictionary();
  }

  private Map<String, Member> dictionary() {
    Map<String, Member> members = new LinkedHashMap<>();
    skip(" ");
    while (at < text.length()) {
      String key = key();
      if (take('=')) {
        members.put(key, member());
      } else {
        members.put(key, new Member(new Bare(Kind.BOOLEAN, "1"), List.of(), parameters()));
      }
      skip(" \t");
      if (at == text.length()) return members;
      expect(',');
      skip(" \t");
      if (at == text.length()) throw new MalformedSignature("comma at the end of a header");
    }
    return members;
  }

  private Member member() {
    if (!take('(')) return new Member(bare(), List.of(), parameters());
    List<Item> items = new ArrayList<>();
    skip(" ");
    while (!take(')')) {
      items.add(new Item(bare(), parameters()));
      if (at < text.length() && text.charAt(at) != ')') expect(' ');
      skip(" ");
    }
    return new Member(null, items, parameters());
  }

  private Map<String, Bare> parameters() {
    Map<String, Bare> found = new LinkedHashMap<>();
    while (take(';')) {
      skip(" ");
      String key = key();
      Bare value = take('=') ? bare() : new Bare(Kind.BOOLEAN, "1");
      found.remove(key);
      found.put(key, value);
    }
    return found;
  }

  private String key() {
    int start = at;
    if (at < text.length() && (isLower(text.charAt(at)) || text.charAt(at) == '*')) at++;
    else throw new MalformedSignature("key expected in a header");
    while (at < text.length() && isKeyPart(text.charAt(at))) at++;
    return text.substring(start, at);
  }

  private Bare bare() {
    if (at == text.length()) throw new MalformedSignature("value expected in a header");
    char c = text.charAt(at);
    if (c == '"') return new Bare(Kind.STRING, string());
    if (c == ':') return new Bare(Kind.BYTES, bytes());
    if (c == '?') return new Bare(Kind.BOOLEAN, bool());
    if (c == '-' || isDigit(c)) return number();
    if (isLetter(c) || c == '*') return new Bare(Kind.TOKEN, token());
    throw new MalformedSignature("value expected in a header");
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') return value.toString();
      if (c == '\\') {
        if (at == text.length() || "\"\\".indexOf(text.charAt(at)) < 0) break;
        c = text.charAt(at++);
      } else if (c < ' ' || c > '~') {
        break;
      }
      value.append(c);
    }
    throw new MalformedSignature("string in a header cannot be read");
  }

  private String bytes() {
    int end = text.indexOf(':', at + 1);
    byte[] value = end < 0 ? null : Base64Text.read(text.substring(at + 1, end));
    if (value == null) throw new MalformedSignature("bytes in a header cannot be read");
    at = end + 1;
    return Base64Text.write(value);
  }

  private String bool() {
    at++;
    if (take('1')) return "1";
    expect('0');
    return "0";
  }

  private Bare number() {
    int start = at;
    take('-');
    int digits = at;
    while (at < text.length() && isDigit(text.charAt(at))) at++;
    int whole = at - digits;
    if (whole == 0 || whole > 15) throw new MalformedSignature("number in a header out of range");
    String integer = Long.toString(Long.parseLong(text.substring(start, at)));
    if (!take('.')) return new Bare(Kind.INTEGER, integer);
    int fraction = at;
    while (at < text.length() && isDigit(text.charAt(at))) at++;
    if (at == fraction || at - fraction > 3 || whole > 12)
      throw new MalformedSignature("number in a header out of range");
    return new Bare(Kind.DECIMAL, text.substring(start, at));
  }

  private String token() {
    int start = at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!isLetter(c) && !isDigit(c) && TOKEN_MARKS.indexOf(c) < 0) break;
      at++;
    }
    return text.substring(start, at);
  }

  private boolean take(char wanted) {
    if (at == text.length() || text.charAt(at) != wanted) return false;
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!take(wanted)) throw new MalformedSignature("'" + wanted + "' expected in a header");
  }

  private void skip(String blanks) {
    while (at < text.length() && blanks.indexOf(text.charAt(at)) >= 0) at++;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isKeyPart(char c) {
    return isLower(c) || isDigit(c) || "_-.*".indexOf(c) >= 0;
  }
}
