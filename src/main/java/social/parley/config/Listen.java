package social.parley.config;

/** The address and port that the server listens on; port 0 takes a free one. */
public record Listen(String host, int port) {
  static Listen parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) throw new IllegalArgumentException("no port");
    int port = Integer.parseInt(text.substring(colon + 1));
    if (port < 0 || port > 65_535) throw new IllegalArgumentException("port out of range");
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) host = host.substring(1, host.length() - 1);
    return new Listen(host.isEmpty() ? "0.0.0.0" : host, port);
  }
}
