package social.parley.jsonld;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The JSON Canonicalization Scheme (RFC 8785): one byte string for every equal JSON value. */
public final class Jcs {
  private static final String HEX = "0123456789abcdef";

  /** Numbers from here on are written with an exponent, as ECMAScript does. */
  private static final int MAX_PLAIN_DIGITS = 21;

  private static final int MAX_LEADING_ZEROS = 6;

  private final StringBuilder out = new StringBuilder();

  private Jcs() {}

  /** The canonical UTF-8 bytes; throws when the value holds what JSON cannot say. */
  public static byte[] canonicalise(JsonNode value) throws Malformed {
    Jcs jcs = new Jcs();
    jcs.add(value);
    return jcs.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void add(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> addObject(value);
      case ARRAY -> addArray(value);
      case STRING -> addString(value.stringValue());
      case NUMBER -> out.append(number(value.doubleValue()));
      case BOOLEAN -> out.append(value.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO -> throw new Malformed("no JSON value: " + value.getNodeType());
    }
  }

  /** Members in the order of their UTF-16 code units, which is what Java compares. */
  private void addObject(JsonNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    Collections.sort(names);
    char separator = '{';
    for (String name : names) {
      out.append(separator);
      addString(name);
      out.append(':');
      add(object.get(name));
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private void addArray(JsonNode array) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) out.append(',');
      add(array.get(i));
    }
    out.append(']');
  }

  private void addString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          else if (Character.isSurrogate(c)) i = addPair(text, i);
          else out.append(c);
        }
      }
    }
    out.append('"');
  }

  private int addPair(String text, int at) {
    if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1)))
      throw new Malformed("half a surrogate pair");
    out.append(text, at, at + 2);
    return at + 1;
  }

  /**
   * As ECMAScript's Number::toString: Java finds the same shortest digits, but lays them out else.
   */
  static String number(double value) {
    if (!Double.isFinite(value)) throw new Malformed("no finite number");
    if (value == 0) return "0";
    if (value < 0) return "-" + number(-value);
    String java = Double.toString(value);
    int e = java.indexOf('E');
    int exponent = e < 0 ? 0 : Integer.parseInt(java.substring(e + 1));
    String mantissa = e < 0 ? java : java.substring(0, e);
    int dot = mantissa.indexOf('.');
    String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int point = dot + exponent;
    int zeros = 0;
    while (digits.charAt(zeros) == '0') zeros++;
    digits = digits.substring(zeros);
    point -= zeros;
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') end--;
    return layout(shortest(digits.substring(0, end), point, value), point);
  }

  /** Java never gives fewer than two digits; ECMAScript does where one tells the number apart. */
  private static String shortest(String digits, int point, double value) {
    if (digits.length() != 2) return digits;
    int rounded = (Integer.parseInt(digits) + 5) / 10;
    String one = Integer.toString(rounded);
    boolean enough = rounded < 10 && Double.parseDouble("0." + one + "e" + point) == value;
    return enough ? one : digits;
  }

  /** Significant digits with the decimal point after so many of them. */
  private static String layout(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= MAX_PLAIN_DIGITS) return digits + "0".repeat(point - count);
    if (0 < point && point <= MAX_PLAIN_DIGITS)
      return digits.substring(0, point) + "." + digits.substring(point);
    if (-MAX_LEADING_ZEROS < point && point <= 0) return "0." + "0".repeat(-point) + digits;
    String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
    return count == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
  }
}
