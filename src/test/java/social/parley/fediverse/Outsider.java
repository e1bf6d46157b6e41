package social.parley.fediverse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.jsonld.Json;
import social.parley.signatures.Algorithm;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of foreign make: it serves the documents a test gives it, keeps what is sent to its
 * inboxes, and sends what a test wants, rightly signed or not.
 */
public final class Outsider implements AutoCloseable {
  private static final String ACTIVITY = "application/activity+json";
  private static final KeyPair KEY = Keys.generateRsa();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpServer server;
  private final TestClock clock;
  private final String base;
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
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

  Outsider(String host, TestClock clock) {
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

  /** A new actor with a key and a handle; its id. */
  public String actor(String name) {
    keys.put(at("/" + name), KEY);
    publish(name);
    return at("/" + name);
  }

  /** Gives an actor another key under the same id. */
  public void rotate(String name) {
    keys.put(at("/" + name), Keys.generateRsa());
    publish(name);
  }

  private void publish(String name) {
    serve("/" + name, actorDocument(name));
    ObjectNode finger = Json.object().put("subject", "acct:" + name + "@" + authority());
    finger
        .putArray("links")
        .addObject()
        .put("rel", "self")
        .put("type", ACTIVITY)
        .put("href", at("/" + name));
    documents.put(
        "/.well-known/webfinger?resource=acct%3A" + name + "%40" + authority().replace(":", "%3A"),
        finger.toString());
  }

  private ObjectNode actorDocument(String name) {
    String id = at("/" + name);
    ObjectNode actor =
        document("Person", "/" + name)
            .put("preferredUsername", name)
            .put("name", name)
            .put("inbox", id + "/inbox")
            .put("outbox", id + "/outbox")
            .put("followers", id + "/followers")
            .put("url", id);
    actor
        .putObject("publicKey")
        .put("id", id + "#main-key")
        .put("owner", id)
        .put("publicKeyPem", Keys.publicPem(key(id).getPublic()));
    return actor;
  }

  private KeyPair key(String actor) {
    return keys.getOrDefault(actor, KEY);
  }

  /** The beginning of a document. */
  public ObjectNode document(String type, String path) {
    return Json.object()
        .put("@context", "https://www.w3.org/ns/activitystreams")
        .put("id", at(path))
        .put("type", type);
  }

  /** An activity by one of its actors. */
  public ObjectNode activity(String type, String path, String actor, Object object) {
    ObjectNode activity = document(type, path).put("actor", actor);
    if (object instanceof JsonNode node) activity.set("object", node);
    else activity.put("object", String.valueOf(object));
    return activity;
  }

  /** A public note by one of its actors, for all and some more. */
  public ObjectNode note(String path, String author, String text, String... to) {
    ObjectNode note =
        document("Note", path)
            .put("attributedTo", author)
            .put("content", "<p>" + text + "</p>")
            .put("published", clock.instant().toString());
    var audience = note.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    for (String one : to) audience.add(one);
    return note;
  }

  /** The Create of a note, with the note written out in it. */
  public ObjectNode create(ObjectNode note) {
    String id = note.path("id").asString();
    ObjectNode create =
        activity("Create", "", note.path("attributedTo").asString(), note)
            .put("id", id + "/activity");
    create.set("to", note.path("to"));
    return create;
  }

  /** Sends an activity to a server's shared inbox, signed by its own actor; the status answered. */
  public int send(Instance to, ObjectNode activity) {
    return send(to, activity, activity.path("actor").asString());
  }

  /** The same, signed by whom the test says. */
  public int send(Instance to, ObjectNode activity, String signer) {
    return send(to, activity.toString(), signer, Map.of());
  }

  /** Sends any body; headers given here replace those that were signed. */
  public int send(Instance to, String body, @Nullable String signer, Map<String, String> headers) {
    Iri inbox = to.settings().at("/inbox");
    Map<String, String> all = new HashMap<>();
    if (signer != null) all.putAll(signed(inbox, body, signer));
    all.putAll(headers);
    return post(inbox, body, all).statusCode();
  }

  /** Sends an activity with one more header, signed like the others. */
  public int send(Instance to, ObjectNode activity, String header, String value) {
    Iri inbox = to.settings().at("/inbox");
    String body = activity.toString();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new HashMap<>(Map.of(header, value));
    HttpRequestParts parts = HttpRequestParts.of("POST", inbox, Map.copyOf(all), bytes);
    SigningKey key = signingKey(activity.path("actor").asString());
    all.putAll(DraftSignature.sign(parts, key, clock.instant()));
    return post(inbox, body, all).statusCode();
  }

  /** Posts a body to an inbox with these headers, but for Host. */
  private static HttpResponse<String> post(Iri inbox, String body, Map<String, String> headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new HashMap<>(Map.of("Content-Type", ACTIVITY));
    all.putAll(headers);
    all.remove("Host");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(inbox.value())).POST(BodyPublishers.ofByteArray(bytes));
    all.forEach(request::header);
    return exchange(request);
  }

  /** Posts a body to a server's shared inbox, signed with this key at this time. */
  public static HttpResponse<String> post(Instance to, String body, SigningKey key, Instant when) {
    Iri inbox = to.settings().at("/inbox");
    return post(inbox, body, signed(inbox, body, key, when));
  }

  private static Map<String, String> signed(Iri inbox, String body, SigningKey key, Instant when) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpRequestParts parts = HttpRequestParts.of("POST", inbox, Map.of(), bytes);
    return DraftSignature.sign(parts, key, when);
  }

  /** The headers of a body for an inbox, signed now. */
  public Map<String, String> signed(Iri inbox, String body, String signer) {
    return signed(inbox, body, signingKey(signer), clock.instant());
  }

  /** Somebody follows one of its actors, and the actor lets them. */
  public void befriend(Fediverse fediverse, Person follower, String actor) {
    follower.post("/api/v1/accounts/" + follower.idOf(actor) + "/follow");
    fediverse.settle();
    JsonNode follow = inbox.getLast();
    send(follower.server(), activity("Accept", "/accepts/" + inbox.size(), actor, follow));
    fediverse.settle();
  }

  /** Fetches an address as an ActivityPub server does, signed when a signer is given. */
  public HttpResponse<String> get(String url, @Nullable String signer) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    request.header("Accept", ACTIVITY);
    if (signer != null) signedGet(url, signer).forEach(request::header);
    return exchange(request);
  }

  /** The headers, all but Host, that sign a GET. */
  public Map<String, String> signedGet(String url, String signer) {
    HttpRequestParts parts = HttpRequestParts.of("GET", new Iri(url), Map.of(), new byte[0]);
    Map<String, String> signed =
        new HashMap<>(DraftSignature.sign(parts, signingKey(signer), clock.instant()));
    signed.remove("Host");
    return signed;
  }

  private SigningKey signingKey(String actor) {
    return new SigningKey(
        new Iri(actor + "#main-key"), new Iri(actor), key(actor).getPrivate(), Algorithm.RSA);
  }

  /** Posts to any address what is no activity. */
  public static int tell(String url, String body, Map<String, String> headers) {
    return post(new Iri(url), body, headers).statusCode();
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
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
