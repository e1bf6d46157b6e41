package social.parley.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import social.parley.core.Iri;
import social.parley.fediverse.TestNames;
import social.parley.jsonld.Json;
import social.parley.signatures.Algorithm;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;
import tools.jackson.databind.node.ObjectNode;

/** A server of other making: serves the documents it is given and sends what it is told to. */
final class FakePeer implements AutoCloseable {
  private static final KeyPair FIRST = Keys.generateRsa();
  private static final KeyPair SECOND = Keys.generateRsa();

  private record Page(int status, String body) {}

  final String base;
  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> inbox = new CopyOnWriteArrayList<>();

  private final Semaphore arrivals = new Semaphore(0);

  /** What its inbox answers. */
  volatile int inboxStatus = 202;

  private final HttpServer server;
  private final Clock clock;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private KeyPair keys = FIRST;

  FakePeer(String host, Clock clock) throws IOException {
    this(host, TestNames.address(host), clock);
  }

  /** One that other processes on this machine reach, too. */
  static FakePeer local(Clock clock) throws IOException {
    return new FakePeer("127.0.0.1", InetAddress.getByName("127.0.0.1"), clock);
  }

  private FakePeer(String host, InetAddress address, Clock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(address, 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    base = "http://" + host + ":" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Page page;
    if (exchange.getRequestMethod().equals("POST")) {
      page = new Page(inboxStatus, "");
      if (inboxStatus < 300) {
        inbox.add(new String(sent, StandardCharsets.UTF_8));
        arrivals.release();
      }
    } else page = pages.getOrDefault(path, new Page(404, ""));
    asked.add(exchange.getRequestMethod() + " " + path);
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/activity+json");
    exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Waits until its inbox has taken so many more bodies. */
  void awaitArrivals(int number, int seconds) throws InterruptedException {
    if (!arrivals.tryAcquire(number, seconds, TimeUnit.SECONDS))
      throw new AssertionError("only " + arrivals.availablePermits() + " arrived");
  }

  Iri iri(String path) {
    return new Iri(base + path);
  }

  void serve(String path, int status, String body) {
    pages.put(path, new Page(status, body));
  }

  void serve(ObjectNode document) {
    String id = document.path("id").asString();
    serve(id.substring(base.length()), 200, document.toString());
  }

  /** Changes the key of all actors served from now on, and of all requests. */
  void rotateKeys() {
    keys = SECOND;
  }

  /** Serves an actor at {@code /name}. */
  Iri actor(String name) {
    serve(actorDocument(name));
    return iri("/" + name);
  }

  ObjectNode actorDocument(String name) {
    Iri id = iri("/" + name);
    ObjectNode document = Json.object();
    document.putArray("@context").add("https://www.w3.org/ns/activitystreams");
    document.put("id", id.value()).put("type", "Person").put("preferredUsername", name);
    document.put("inbox", id + "/inbox").put("outbox", id + "/outbox");
    document
        .putObject("publicKey")
        .put("id", id + "#main-key")
        .put("owner", id.value())
        .put("publicKeyPem", Keys.publicPem(keys.getPublic()));
    return document;
  }

  SigningKey key(Iri actor) {
    return new SigningKey(new Iri(actor + "#main-key"), actor, keys.getPrivate(), Algorithm.RSA);
  }

  /** An activity by this actor with an id of its own. */
  ObjectNode activity(Iri actor, String type, String name) {
    ObjectNode activity = Json.object();
    activity.put("@context", "https://www.w3.org/ns/activitystreams");
    activity.put("id", iri("/activities/" + name).value()).put("type", type);
    activity.put("actor", actor.value());
    activity.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    return activity;
  }

  ObjectNode note(Iri author, String name) {
    ObjectNode note = Json.object();
    note.put("@context", "https://www.w3.org/ns/activitystreams");
    note.put("id", iri("/notes/" + name).value()).put("type", "Note");
    note.put("attributedTo", author.value()).put("content", "<p>" + name + "</p>");
    note.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    return note;
  }

  /** Posts as this actor; gives the status. */
  int post(Iri inbox, Iri actor, ObjectNode activity) {
    return post(inbox, key(actor), activity.toString().getBytes(StandardCharsets.UTF_8));
  }

  int post(Iri inbox, SigningKey key, byte[] body) {
    HttpRequestParts parts =
        HttpRequestParts.of(
            "POST", inbox, Map.of("Content-Type", "application/activity+json"), body);
    return send(inbox, DraftSignature.sign(parts, key, clock.instant()), body).statusCode();
  }

  static HttpResponse<String> send(Iri inbox, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(inbox.value()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!headers.containsKey("Content-Type"))
      request.header("Content-Type", "application/activity+json");
    add(headers, request);
    return exchange(request.build());
  }

  /** All but Host, which the client writes itself, and the same. */
  private static void add(Map<String, String> headers, HttpRequest.Builder request) {
    headers.forEach((name, value) -> {
      if (!name.equals("Host")) request.header(name, value);
    });
  }

  static HttpResponse<String> get(Iri url, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.value()));
    add(headers, request);
    return exchange(request.build());
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public void close() {
    server.stop(0);
  }
}
