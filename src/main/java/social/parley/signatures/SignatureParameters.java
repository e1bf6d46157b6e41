package social.parley.signatures;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the {@code name="value",other=1} lists of draft signatures and of FEP-8fcf. */
final class SignatureParameters {
  private static final int LONGEST = 8192;

  private final String text;
  private int at;

  private SignatureParameters(String text) {
    this.text = text;
  }

  static Map<String, String> parse(String text) {
    if (text.length() > LONGEST) throw new MalformedSignature("signature header too long");
    return new SignatureParameters(text).all();
  }

  private Map<String, String> all() {
    Map<String, String> found = new LinkedHashMap<>();
    skipBlanks();
    while (at < text.length()) {
      String name = name();
      String value = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
      if (found.put(name, value) != null)
        throw new MalformedSignature("parameter " + name + " is given twice");
      skipBlanks();
      if (at == text.length()) break;
      if (text.charAt(at) != ',')
        throw new MalformedSignature("comma expected in signature header");
      at++;
      skipBlanks();
    }
    return found;
  }

  private String name() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) at++;
    String name = text.substring(start, at);
    skipBlanks();
    if (name.isEmpty() || at == text.length() || text.charAt(at) != '=')
      throw new MalformedSignature("parameter expected in signature header");
    at++;
    skipBlanks();
    return name;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) c = text.charAt(++at);
      value.append(c);
    }
    throw new MalformedSignature("quotation mark missing in signature header");
  }

  private String bare() {
    int start = at;
    while (at < text.length() && ", \t".indexOf(text.charAt(at)) < 0) at++;
    return text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
  }
}
