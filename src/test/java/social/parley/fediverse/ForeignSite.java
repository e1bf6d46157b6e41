package social.parley.fediverse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import social.parley.core.TestClock;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/**
 * A web site of foreign make: it serves the documents a test gives it, and keeps what is sent to
 * its inboxes.
 */
class ForeignSite implements AutoCloseable {
  static final String ACTIVITY = "application/activity+json";

  private final HttpServer server;
  final TestClock clock;
  private final String base;
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final List<JsonNode> inbox = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> inboxPaths = new CopyOnWriteArrayList<>();
  private final Map<String, Letterbox> letterboxes = new ConcurrentHashMap<>();
  private volatile int inboxStatus = 202;
  private volatile @Nullable String stumblesOver;
  private volatile Duration taking = Duration.ZERO;
  private volatile int failing = 0;
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private volatile CountDownLatch held = new CountDownLatch(0);

  ForeignSite(String host, TestClock clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(TestNames.address(host), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    base = "http://" + host + ":" + server.getAddress().getPort();
  }

  /** The absolute form of a path. */
  public String at(String path) {
    return base + path;
  }

  public String authority() {
    return base.substring("http://".length());
  }

  /** What has been sent to its inboxes. */
  public List<JsonNode> inbox() {
    return inbox;
  }

  /** The paths that have been asked for. */
  public List<String> asked() {
    return asked;
  }

  /** What its inboxes answer from now on. */
  public void answers(int status) {
    inboxStatus = status;
  }

  /** Its inboxes answer 500 to whatever contains this. */
  public void stumblesOver(@Nullable String text) {
    stumblesOver = text;
  }

  /** Its inboxes do not answer until this is opened. */
  public void holds(CountDownLatch until) {
    held = until;
  }

  /** How long, by the clock of the test, it thinks about whatever it is asked for. */
  public void takes(Duration time) {
    taking = time;
  }

  /** With what status it answers whatever it is asked for; 0 as it should. */
  public void fails(int with) {
    failing = with;
  }

  /** What happens while it thinks about what is asked for under a path. */
  public void meanwhile(String path, Runnable what) {
    meanwhile.put(path, what);
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A place of its own for what is no activity. */
  public Letterbox letterbox(String path) {
    return letterboxes.computeIfAbsent(path, _ -> new Letterbox(at(path)));
  }

  /** The inboxes that something has been sent to, in order. */
  public List<String> inboxPaths() {
    return inboxPaths;
  }

  /** The document under a path. */
  public String served(String path) {
    return documents.getOrDefault(path, "{}");
  }

  /** Puts a document under a path. */
  public void serve(String path, JsonNode document) {
    documents.put(path, document.toString());
  }

  /** The same with another Content-Type, as files come that people have uploaded. */
  public void serve(String path, JsonNode document, String type) {
    types.put(path, type);
    serve(path, document);
  }

  /** Puts a file of text under a path. */
  public void serve(String path, String text, String type) {
    types.put(path, type);
    documents.put(path, text);
  }

  public void forget(String path) {
    documents.remove(path);
  }

  /** Leads everything below a path to the same path at another address. */
  public void redirects(String path, String to) {
    redirects.put(path, to);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String elsewhere = redirects.get(exchange.getRequestURI().getPath());
    if (elsewhere != null) {
      exchange.getResponseHeaders().add("Location", elsewhere + path);
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    Letterbox letterbox = letterboxes.get(exchange.getRequestURI().getPath());
    if (letterbox != null) {
      letterbox.handle(exchange);
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    String answer = null;
    int status = inboxStatus;
    if (exchange.getRequestMethod().equals("POST")) {
      wait(held);
      String text = new String(body, StandardCharsets.UTF_8);
      if (stumblesOver != null && text.contains(stumblesOver)) status = 500;
      if (status < 300) {
        inboxPaths.add(path);
        inbox.add(Json.parse(body));
      }
    } else {
      asked.add(path);
      clock.advance(taking);
      meanwhile.getOrDefault(path, () -> {}).run();
      answer = documents.get(path);
      status = answer == null ? 404 : 200;
      if (failing != 0) {
        answer = null;
        status = failing;
      }
    }
    byte[] bytes = answer == null ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add(
            "Content-Type",
            path.startsWith("/.well-known/")
                ? "application/jrd+json"
                : types.getOrDefault(path, ACTIVITY));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** What was sent to it last. */
  public JsonNode last() {
    return inbox.getLast();
  }

  /** The types of what has been sent to it, in order. */
  public List<String> received() {
    List<String> types = new ArrayList<>();
    for (JsonNode one : inbox) types.add(one.path("type").asString());
    return types;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
