package social.parley.signatures;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/**
 * The parts of an HTTP request that a signature can cover: scheme and authority as the public sees
 * them, path and query exactly as they travel, header names in lower case.
 */
public record HttpRequestParts(
    String method,
    String scheme,
    String authority,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** A request to this address; the header names may be in any case. */
  public static HttpRequestParts of(
      String method, Iri url, Map<String, String> headers, byte[] body) {
    String target = url.withoutFragment().value();
    int start = target.indexOf("://");
    int path = start < 0 ? -1 : indexOfAny(target, "/?", start + 3);
    String rest = path < 0 ? "" : target.substring(path);
    int mark = rest.indexOf('?');
    String pathOnly = mark < 0 ? rest : rest.substring(0, mark);
    Map<String, List<String>> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    return new HttpRequestParts(
        method,
        target.substring(0, target.indexOf(':')).toLowerCase(Locale.ROOT),
        url.authority(),
        pathOnly.isEmpty() ? "/" : pathOnly,
        mark < 0 ? null : rest.substring(mark + 1),
        lower,
        body);
  }

  private static int indexOfAny(String text, String marks, int from) {
    for (int i = from; i < text.length(); i++) if (marks.indexOf(text.charAt(i)) >= 0) return i;
    return -1;
  }

  /** All values of a header joined as HTTP joins them, or null when it is absent. */
  public @Nullable String header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    if (values == null || values.isEmpty()) return null;
    if (values.size() == 1) return values.getFirst().strip();
    return String.join(", ", values.stream().map(String::strip).toList());
  }

  /** The same request as if its query had not been written; some peers sign it so. */
  public HttpRequestParts withoutQuery() {
    return new HttpRequestParts(method, scheme, authority, path, null, headers, body);
  }

  /** Path and query as they stand on the request line. */
  String requestTarget() {
    return query == null ? path : path + "?" + query;
  }

  /** The whole address (RFC 9421 section 2.2.2). */
  String targetUri() {
    return scheme + "://" + normalAuthority() + requestTarget();
  }

  /** Host in lower case, and port unless it is the scheme's usual one (RFC 9421 section 2.2.3). */
  String normalAuthority() {
    return withoutUsualPort(authority, scheme);
  }

  static String withoutUsualPort(String authority, String scheme) {
    String lower = authority.toLowerCase(Locale.ROOT);
    String usual = scheme.equals("https") ? ":443" : ":80";
    return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
  }

  /** Requests that carry content must have it covered by their signature. */
  boolean needsDigest() {
    return method.equalsIgnoreCase("POST") || body.length > 0;
  }
}
