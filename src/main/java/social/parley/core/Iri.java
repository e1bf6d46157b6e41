package social.parley.core;

import java.util.Locale;
import java.util.Optional;

/**
 * An absolute identifier as it stands in a document, compared letter by letter (ActivityPub section
 * 3.1); it is never normalised, because peers compare the same way.
 */
public record Iri(String value) implements Comparable<Iri> {
  /** Longer identifiers are refused; the longest seen in the wild are below 600 characters. */
  public static final int MAX_LENGTH = 2048;

  public Iri {
    if (!isAbsolute(value)) throw new IllegalArgumentException("not an absolute IRI");
  }

  /** The IRI, or nothing when the text is not an absolute one. */
  public static Optional<Iri> parse(String text) {
    return isAbsolute(text) ? Optional.of(new Iri(text)) : Optional.empty();
  }

  private static boolean isAbsolute(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || text.length() > MAX_LENGTH || !Character.isLetter(text.charAt(0)))
      return false;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f) return false;
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return colon + 1 < text.length() && text.charAt(colon + 1) != '#';
  }

  /** What stands before the first colon, in lower case. */
  public String scheme() {
    return value.substring(0, value.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  /** True for http and https identifiers that name a host. */
  public boolean isWeb() {
    return (startsWithIgnoreCase("https://") || startsWithIgnoreCase("http://"))
        && !host().isEmpty();
  }

  private boolean startsWithIgnoreCase(String prefix) {
    return value.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** Lower-case host name without port; empty when there is none. */
  public String host() {
    String authority = authority();
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  /** Lower-case host with its port where one is written; empty when there is none. */
  public String authority() {
    int start = value.indexOf("://");
    if (start < 0) return "";
    int end = start + 3;
    while (end < value.length() && "/?#\\".indexOf(value.charAt(end)) < 0) end++;
    String authority = value.substring(start + 3, end);
    return authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Same scheme, host and port (RFC 6454): whoever speaks for one may speak for the other. */
  public boolean sameOrigin(Iri other) {
    return isWeb() && other.isWeb() && origin().equals(other.origin());
  }

  /** Scheme, host and port, the default port left out. */
  public String origin() {
    String scheme = scheme();
    String authority = authority();
    String usual = scheme.equals("https") ? ":443" : ":80";
    if (authority.endsWith(usual))
      authority = authority.substring(0, authority.length() - usual.length());
    return scheme + "://" + authority;
  }

  /** The same IRI without its fragment. */
  public Iri withoutFragment() {
    int hash = value.indexOf('#');
    return hash < 0 ? this : new Iri(value.substring(0, hash));
  }

  @Override
  public int compareTo(Iri other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
