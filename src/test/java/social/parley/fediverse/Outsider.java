package social.parley.fediverse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * A server of foreign make: a site that also has actors, and sends what a test wants, rightly
 * signed or not.
 */
public final class Outsider extends ForeignSite {
  private static final KeyPair KEY = Keys.generateRsa();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();

  public Outsider(String host, TestClock clock) {
    super(host, clock);
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
    serve(
        "/.well-known/webfinger?resource=acct%3A" + name + "%40" + authority().replace(":", "%3A"),
        finger);
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
    JsonNode follow = inbox().getLast();
    send(follower.server(), activity("Accept", "/accepts/" + inbox().size(), actor, follow));
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
}
