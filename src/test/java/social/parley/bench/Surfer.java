package social.parley.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, logs in, and takes answers compressed. */
final class Surfer implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final String authority;
  private final Connection connection;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Surfer(int port, String authority) throws IOException {
    this.authority = authority;
    this.connection = new Connection(port);
  }

  /** The request for a page, with all cookies; compressed where {@code encoding} says so. */
  byte[] request(String path, String encoding) {
    return ("GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\nAccept-Encoding: %s\r\n%s\r\n"
            .formatted(path, authority, encoding, cookie()))
        .getBytes(StandardCharsets.UTF_8);
  }

  Answer open(String path, String encoding) throws IOException {
    return kept(connection.exchange(request(path, encoding)));
  }

  private Answer kept(Answer answer) {
    for (String cookie : connection.cookies()) {
      String pair = cookie.split(";", 2)[0].strip();
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return answer;
  }

  void logIn(String name, String password) throws IOException {
    String page = new String(open("/auth/sign_in", "identity").body(), StandardCharsets.UTF_8);
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) throw new IllegalStateException("no form to log in: " + page);
    String body =
        "csrf=%s&login=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(name), encoded(password));
    Answer answer =
        kept(
            connection.exchange(
                ("POST /auth/sign_in HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n%s")
                    .formatted(authority, cookie(), body.length(), body)
                    .getBytes(StandardCharsets.UTF_8)));
    if (answer.status() != 303)
      throw new IllegalStateException(
          answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
  }

  private String cookie() {
    if (cookies.isEmpty()) return "";
    return cookies.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
