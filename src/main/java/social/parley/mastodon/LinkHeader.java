package social.parley.mastodon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header that leads from page to page (RFC 8288), in the one form that every client parses:
 * absolute addresses, {@code next} first, and no comma inside an address.
 */
final class LinkHeader {
  /** What another page's address sets anew, and a token, which belongs in no address. */
  private static final Set<String> DROPPED =
      Set.of("max_id", "min_id", "since_id", "offset", "limit", "access_token");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private final String address;
  private final List<String> links = new ArrayList<>();

  /** For a page at this address, whose query's other parameters are kept. */
  LinkHeader(String address, @Nullable String query, int limit) {
    StringBuilder text = new StringBuilder(address).append('?');
    for (String pair : query == null ? new String[0] : query.split("&"))
      if (!pair.isEmpty() && !DROPPED.contains(name(pair))) text.append(escape(pair)).append('&');
    this.address = text.append("limit=").append(limit).toString();
  }

  LinkHeader next(String parameter, long value) {
    return add(parameter, value, "next");
  }

  LinkHeader prev(String parameter, long value) {
    return add(parameter, value, "prev");
  }

  boolean isEmpty() {
    return links.isEmpty();
  }

  private LinkHeader add(String parameter, long value, String relation) {
    links.add("<" + address + "&" + parameter + "=" + value + ">; rel=\"" + relation + "\"");
    return this;
  }

  private static String name(String pair) {
    int equal = pair.indexOf('=');
    return (equal < 0 ? pair : pair.substring(0, equal)).toLowerCase(Locale.ROOT);
  }

  private static String escape(String pair) {
    StringBuilder safe = new StringBuilder();
    for (byte b : pair.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "=%+-._~:@/[]".indexOf(c) >= 0);
      if (plain) safe.append(c);
      else safe.append('%').append(HEX.toHexDigits(b));
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return String.join(", ", links);
  }
}
