package social.parley.corpus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.fetch.Delivered;
import social.parley.fetch.Downloaded;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Network;
import social.parley.jsonld.Json;
import social.parley.signatures.Algorithm;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The servers of the recordings, all in memory and each under its own name. Their actors have a key
 * of the test's, so that it can sign for them.
 */
final class Web implements Network {
  private static final KeyPair KEY = Keys.generateRsa();
  private static final String FINGER = "/.well-known/webfinger?resource=";

  private final Map<String, ObjectNode> documents = new ConcurrentHashMap<>();
  private final List<JsonNode> sent = new CopyOnWriteArrayList<>();

  /** Puts a document under its id; an actor gets our key. */
  void serve(ObjectNode document) {
    documents.put(
        document.path("id").asString(), isActor(document) ? withOurKey(document) : document);
  }

  static boolean isActor(JsonNode document) {
    return document.has("inbox") && document.has("preferredUsername");
  }

  boolean has(String id) {
    return documents.containsKey(id);
  }

  void forget(String id) {
    documents.remove(id);
  }

  /** Somebody of whom nothing but the id is known, unless they are here already. */
  void somebody(String id, String type) {
    if (has(id) || !new Iri(id).isWeb()) return;
    ObjectNode actor = Json.object();
    actor
        .put("@context", "https://www.w3.org/ns/activitystreams")
        .put("id", id)
        .put("type", type)
        .put("preferredUsername", name(id))
        .put("inbox", id + "/inbox")
        .put("followers", id + "/followers");
    serve(actor);
  }

  private static String name(String id) {
    String name = "";
    for (String segment : id.substring(id.indexOf("://") + 3).split("[/?=]"))
      if (segment.matches("@?[A-Za-z0-9_.-]+")) name = segment.replace("@", "");
    return name;
  }

  /** A post of which nothing but the id is known, unless it is here already. */
  void something(String id) {
    if (has(id) || Iri.parse(id).filter(Iri::isWeb).isEmpty()) return;
    String author = new Iri(id).origin() + "/stand-in";
    somebody(author, "Person");
    ObjectNode note = Json.object();
    note.put("@context", "https://www.w3.org/ns/activitystreams")
        .put("id", id)
        .put("type", "Note")
        .put("attributedTo", author)
        .put("content", "<p>This was not recorded.</p>")
        .put("published", "2016-01-01T00:00:00Z")
        .putArray("to")
        .add(Recording.PUBLIC);
    serve(note);
  }

  private static ObjectNode withOurKey(ObjectNode actor) {
    ObjectNode own = actor.deepCopy();
    own.remove(List.of("signature", "proof", "assertionMethod"));
    String id = own.path("id").asString();
    own.putObject("publicKey")
        .put("id", id + "#main-key")
        .put("owner", id)
        .put("publicKeyPem", Keys.publicPem(KEY.getPublic()));
    return own;
  }

  /** The key of any actor here. */
  static SigningKey key(String actor) {
    return new SigningKey(
        new Iri(actor + "#main-key"), new Iri(actor), KEY.getPrivate(), Algorithm.RSA);
  }

  /** What has been sent to these servers since this was last asked. */
  List<JsonNode> taken() {
    List<JsonNode> taken = new ArrayList<>(sent);
    sent.clear();
    return taken;
  }

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    String address = url.value();
    int finger = address.indexOf(FINGER);
    ObjectNode found =
        finger < 0
            ? documents.get(address)
            : finger(
                address.substring(0, finger),
                URLDecoder.decode(
                    address.substring(finger + FINGER.length()), StandardCharsets.UTF_8));
    return found == null
        ? new Fetched.Missing(404)
        : new Fetched.Document(url, 200, "application/activity+json", Json.write(found), Map.of());
  }

  /** All actors of that name, as a person and a community may share one. */
  private @Nullable ObjectNode finger(String origin, String resource) {
    ObjectNode answer = Json.object().put("subject", resource);
    ArrayNode links = answer.putArray("links");
    for (ObjectNode actor : documents.values()) {
      String id = actor.path("id").asString();
      String name = actor.path("preferredUsername").asString("");
      if (!id.startsWith(origin + "/") || !resource.startsWith("acct:" + name + "@")) continue;
      links.addObject().put("rel", "self").put("type", "application/activity+json").put("href", id);
    }
    return links.isEmpty() ? null : answer;
  }

  @Override
  public void listen(Consumer<String> answered) {}

  @Override
  public Delivered post(
      Iri inbox, byte[] body, String type, SigningKey key, Map<String, String> headers) {
    sent.add(Json.parse(body));
    return new Delivered.Ok(202);
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    return new Fetched.Missing(404);
  }

  @Override
  public Delivered send(Iri url, byte[] body, Map<String, String> headers) {
    return new Delivered.Refused(404, "nobody here");
  }

  @Override
  public Delivered push(Iri endpoint, byte[] body, Map<String, String> headers) {
    return new Delivered.Refused(404, "nobody here");
  }

  @Override
  public Fetched call(
      Iri url, byte @Nullable [] body, Map<String, String> headers, FetchOptions options) {
    return new Fetched.Missing(404);
  }

  @Override
  public void close() {
    documents.clear();
  }
}
