package social.parley.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import social.parley.core.Iri;

/**
 * A web address taken apart for a request, everything in ASCII; host names in odd spellings that
 * stand for an address, and ports of other services, are refused.
 */
record WebAddress(boolean tls, String host, int port, String target) {
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\\.[a-z0-9_]([a-z0-9_-]{0,62}))*");
  private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
  private static final Pattern LOOKS_NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  /** Services that understand enough of a stray HTTP request to be harmed by it. */
  private static final Set<Integer> OTHER_SERVICES =
      Set.of(
          1719, 1720, 1723, 2049, 2375, 2376, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379,
          6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 9300, 10080, 11211, 27017);

  private static final String ESCAPED = "\"<>\\^`{|}";

  static WebAddress of(Iri iri) throws BlockedAddress {
    String text = iri.value();
    int colon = text.indexOf(':');
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https");
    if (!tls && !scheme.equals("http")) throw new BlockedAddress("not a web address");
    if (!text.startsWith("//", colon + 1)) throw new BlockedAddress("no host");
    int start = colon + 3;
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) end++;
    String authority = text.substring(start, end);
    if (authority.indexOf('@') >= 0) throw new BlockedAddress("user name in address");
    int mark = portMark(authority);
    String host = host(mark < 0 ? authority : authority.substring(0, mark));
    int port = mark < 0 ? (tls ? 443 : 80) : port(authority.substring(mark + 1));
    WebAddress address = new WebAddress(tls, host, port, target(text.substring(end)));
    if (Iri.parse(address.text()).isEmpty()) throw new BlockedAddress("address too long");
    return address;
  }

  private static int portMark(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? colon : -1;
  }

  private static String host(String written) throws BlockedAddress {
    if (written.startsWith("[")) return ipv6(written);
    String host;
    try {
      host = IDN.toASCII(written).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAName) {
      throw new BlockedAddress("unusual host name");
    }
    if (!NAME.matcher(host).matches()) throw new BlockedAddress("unusual host name");
    if (LOOKS_NUMERIC.matcher(host).matches() && !isIpv4(host))
      throw new BlockedAddress("unusual spelling of an IP address");
    return host;
  }

  private static String ipv6(String written) throws BlockedAddress {
    if (!written.endsWith("]") || written.indexOf('%') >= 0 || written.indexOf(':') < 0)
      throw new BlockedAddress("unusual IPv6 address");
    try {
      InetAddress.ofLiteral(written.substring(1, written.length() - 1));
    } catch (IllegalArgumentException notAnAddress) {
      throw new BlockedAddress("unusual IPv6 address");
    }
    return written.toLowerCase(Locale.ROOT);
  }

  private static boolean isIpv4(String host) {
    if (!IPV4.matcher(host).matches()) return false;
    for (String part : host.split("\\.")) if (Integer.parseInt(part) > 255) return false;
    return true;
  }

  /** An IPv4 address in its usual spelling, or an IPv6 address in brackets. */
  static boolean isLiteral(String host) {
    return host.startsWith("[") || host.indexOf(':') >= 0 || isIpv4(host);
  }

  private static int port(String text) throws BlockedAddress {
    int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
    boolean usual = port == 80 || port == 443 || (port >= 1024 && port <= 65535);
    if (!usual || OTHER_SERVICES.contains(port)) throw new BlockedAddress("port not allowed");
    return port;
  }

  private static String target(String rest) {
    int hash = rest.indexOf('#');
    String text = hash < 0 ? rest : rest.substring(0, hash);
    return escape(text.startsWith("/") ? text : "/" + text);
  }

  /** Percent-encodes what may not stand in a URI. */
  static String escape(String text) {
    StringBuilder ascii = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      int c = octet & 0xff;
      if (c <= ' ' || c >= 0x7f || ESCAPED.indexOf(c) >= 0) ascii.append("%%%02X".formatted(c));
      else ascii.append((char) c);
    }
    return ascii.toString();
  }

  String scheme() {
    return tls ? "https" : "http";
  }

  /** Host, and port unless it is the usual one. */
  String authority() {
    return port == (tls ? 443 : 80) ? host : host + ":" + port;
  }

  String origin() {
    return scheme() + "://" + authority();
  }

  private String text() {
    return origin() + target;
  }

  /** The address as it is sent and signed. */
  Iri ascii() {
    return new Iri(text());
  }
}
