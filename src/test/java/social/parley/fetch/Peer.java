package social.parley.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import social.parley.core.Iri;
import social.parley.signatures.HttpRequestParts;

/** Another server on the loopback, whose answers a test writes. */
final class Peer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<HttpRequestParts> seen = new CopyOnWriteArrayList<>();
  private final String host;

  /** Answers one request. */
  @FunctionalInterface
  interface Answerer {
    void answer(HttpExchange exchange) throws IOException;
  }

  Peer(Answerer answerer) {
    this("127.0.0.1", answerer);
  }

  Peer(String host, Answerer answerer) {
    this.host = host;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 500);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            seen.add(parts(exchange));
            answerer.answer(exchange);
          }
        });
    server.start();
  }

  private HttpRequestParts parts(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new java.util.HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    return new HttpRequestParts(
        exchange.getRequestMethod(),
        "http",
        host + ":" + server.getAddress().getPort(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestURI().getRawQuery(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  /** What has been asked of it, oldest first. */
  List<HttpRequestParts> seen() {
    return seen;
  }

  int port() {
    return server.getAddress().getPort();
  }

  Iri at(String path) {
    return new Iri("http://" + host + ":" + port() + path);
  }

  static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  static void reply(HttpExchange exchange, int status, String body) throws IOException {
    reply(exchange, status, "application/activity+json", body.getBytes(StandardCharsets.UTF_8));
  }

  static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
