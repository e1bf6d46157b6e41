package social.parley.mastodon.writing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A small real server that is none of ours: a news site, or a service. */
public final class OtherSite implements AutoCloseable {
  private final HttpServer server;
  private final String host;
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What a request says: its path with the query, its body, and the key in its headers. */
  public record Request(String path, String body, String authorization) {}

  /** What is answered. */
  public record Reply(int status, String type, String body) {
    public static Reply page(String html) {
      return new Reply(200, "text/html; charset=utf-8", html);
    }

    public static Reply json(String json) {
      return new Reply(200, "application/json", json);
    }
  }

  public OtherSite(String host, InetAddress address, Function<Request, Reply> answers) {
    this.host = host;
    try {
      server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<Request, Reply> answers) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    Request request =
        new Request(
            exchange.getRequestURI().toString(),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            key == null ? "" : key);
    asked.add(exchange.getRequestMethod() + " " + request.path());
    Reply reply = answers.apply(request);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public String url() {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
