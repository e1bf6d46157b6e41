package social.parley.signatures;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.signatures.StructuredFields.Bare;
import social.parley.signatures.StructuredFields.Item;
import social.parley.signatures.StructuredFields.Kind;
import social.parley.signatures.StructuredFields.Member;

/** The text that an RFC 9421 signature signs (section 2.5). */
final class SignedText {
  private static final int MOST_COMPONENTS = 50;

  private SignedText() {}

  static byte[] of(HttpRequestParts request, Member input) {
    if (input.items().size() > MOST_COMPONENTS)
      throw new MalformedSignature("too many signed components");
    StringBuilder base = new StringBuilder();
    Set<String> seen = new HashSet<>();
    for (Item item : input.items()) {
      String name = item.write();
      if (!seen.add(name)) throw new MalformedSignature("component signed twice");
      base.append(name).append(": ").append(value(request, item)).append('\n');
    }
    base.append("\"@signature-params\": ").append(input.writeList());
    return base.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String value(HttpRequestParts request, Item item) {
    String name = item.value().text();
    boolean parameter = name.equals("@query-param");
    if (item.value().kind() != Kind.STRING || item.parameters().isEmpty() == parameter)
      throw new MalformedSignature("unsupported component " + name);
    String value = name.startsWith("@") ? derived(request, item) : request.header(name);
    if (value == null || value.indexOf('\n') >= 0)
      throw new MalformedSignature("signed component " + name + " is missing");
    return value;
  }

  private static @Nullable String derived(HttpRequestParts request, Item item) {
    return switch (item.value().text()) {
      case "@method" -> request.method();
      case "@target-uri" -> request.targetUri();
      case "@authority" -> request.normalAuthority();
      case "@scheme" -> request.scheme().toLowerCase(Locale.ROOT);
      case "@request-target" -> request.requestTarget();
      case "@path" -> request.path();
      case "@query" -> "?" + (request.query() == null ? "" : request.query());
      case "@query-param" -> queryParameter(request, item);
      default -> throw new MalformedSignature("unsupported component " + item.value().text());
    };
  }

  private static @Nullable String queryParameter(HttpRequestParts request, Item item) {
    Bare wanted = item.parameters().get("name");
    if (wanted == null || item.parameters().size() != 1)
      throw new MalformedSignature("unsupported component @query-param");
    String query = request.query();
    String found = null;
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!again(name).equals(wanted.text())) continue;
      if (found != null) throw new MalformedSignature("query parameter given twice");
      found = again(equals < 0 ? "" : pair.substring(equals + 1));
    }
    return found;
  }

  /** Decoded and encoded anew, so that two spellings of one value count as the same. */
  private static String again(String text) {
    try {
      String plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
      return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    } catch (IllegalArgumentException badEscape) {
      throw new MalformedSignature("query cannot be read");
    }
  }
}
