package social.parley.corpus;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.parley.core.Iri;
import social.parley.federation.Refusal;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of ours with one person on it, among the servers of the recordings. She follows whoever
 * is heard of, and what was addressed to a single person is addressed to her.
 */
final class World implements AutoCloseable {
  private final Web web = new Web();
  private final Fediverse fediverse = later(Fediverse.over(web, "home.test"));
  private final Person ada = fediverse.person("ada", "home.test");
  private final Set<String> met = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private int count;

  /** What came of a recording: what she sees of it, or why she does not. */
  sealed interface Outcome {
    record Seen(JsonNode what) implements Outcome {}

    record Unseen(String reason) implements Outcome {}
  }

  /** All recordings are of times gone by. */
  private static Fediverse later(Fediverse fediverse) {
    fediverse.clock().advance(Duration.ofDays(365));
    return fediverse;
  }

  /** Whether nothing that this recording speaks of has been here before; then it is now. */
  boolean admits(Recording recording) {
    Set<String> ids = recording.footprint();
    if (ids.stream().anyMatch(taken::contains)) return false;
    taken.addAll(ids);
    return true;
  }

  /** Puts what else was recorded under its id. */
  void furnish(List<Recording> others) {
    for (Recording one : others)
      if (!one.isAttack() && !web.has(one.document().path("id").asString("")))
        serveAll(one.document());
  }

  Person ada() {
    return ada;
  }

  Web web() {
    return web;
  }

  /** Another number each time. */
  int next() {
    return ++count;
  }

  Outcome replay(Recording recording) {
    if (!recording.isAttack()) serveAll(recording.document());
    return switch (recording.part()) {
      case POST -> post(recording);
      case BOOST -> boost(recording);
      case ACTOR -> actor(recording.document().path("id").asString());
      case DEED -> new Deeds(this).replay(recording);
      case ASIDE -> throw new IllegalArgumentException(recording.entry().path());
    };
  }

  /** What stands in a document is served too, as its server does. */
  private void serveAll(JsonNode node) {
    if (node.isArray()) node.forEach(this::serveAll);
    if (!(node instanceof ObjectNode document)) return;
    boolean named = Iri.parse(document.path("id").asString("")).filter(Iri::isWeb).isPresent();
    if (named
        && (Recording.isActor(document)
            || Recording.isActivity(document)
            || Recording.isPost(document))) web.serve(document);
    for (String member : List.of("object", "actor", "attributedTo"))
      serveAll(document.path(member));
  }

  private Outcome post(Recording recording) {
    String author = recording.actor();
    if (Iri.parse(author).isEmpty()) return new Outcome.Unseen("nobody has written it");
    web.somebody(author, "Person");
    surroundings(recording.object());
    Optional<String> stranger = meet(author);
    if (stranger.isPresent()) return new Outcome.Unseen(stranger.get());
    if (!isAddressed(recording.document())) return look(recording.objectId(), true);
    if (recording.isUpdate()) delivered(author, wrapped(recording, former(recording)));
    ObjectNode activity =
        recording.isActivity() ? recording.document() : wrapped(recording, recording.document());
    return delivered(author, toAda(recording, activity))
        .<Outcome>map(Outcome.Unseen::new)
        .orElseGet(() -> look(recording.objectId(), false));
  }

  private static boolean isAddressed(JsonNode document) {
    return document.hasNonNull("to") || document.hasNonNull("cc");
  }

  /** Who is named and what is answered, as far as nothing is known of them. */
  private void surroundings(JsonNode post) {
    for (JsonNode tag : World.each(post.path("tag")))
      if (tag.path("type").asString("").equals("Mention")) {
        String href = tag.path("href").asString("");
        if (Iri.parse(href).isPresent()) web.somebody(href, "Person");
      }
    JsonNode parent = Recording.first(post.path("inReplyTo"));
    if (!Recording.id(parent).isEmpty()) web.something(Recording.id(parent));
  }

  /** How a post was before it was edited. */
  private static ObjectNode former(Recording recording) {
    ObjectNode object = (ObjectNode) recording.object().deepCopy();
    object.remove("updated");
    return object.put("content", "<p>Before</p>");
  }

  /** Ada follows somebody, and they let her; what is wrong with them, if she cannot. */
  Optional<String> meet(String actor) {
    if (!met.add(actor)) return Optional.empty();
    JsonNode found = account(actor);
    if (found.isMissingNode()) return Optional.of("its author cannot be found");
    ada.post("/api/v1/accounts/" + found.path("id").asString() + "/follow");
    ObjectNode accept = activity("Accept", actor, new Iri(actor).origin() + "/accepts/" + next());
    accept.set("object", follow());
    return delivered(actor, accept);
  }

  /** What she has just sent to follow somebody. */
  JsonNode follow() {
    fediverse.settle();
    JsonNode follow = Json.object();
    for (JsonNode sent : web.taken())
      if (sent.path("type").asString().equals("Follow")) follow = sent;
    return follow;
  }

  static ObjectNode activity(String type, String actor, String id) {
    return Json.object()
        .put("@context", "https://www.w3.org/ns/activitystreams")
        .put("id", id)
        .put("type", type)
        .put("actor", actor);
  }

  JsonNode account(String iri) {
    return ada.get(
            "/api/v2/search?type=accounts&resolve=true&q="
                + URLEncoder.encode(iri, StandardCharsets.UTF_8))
        .path("accounts")
        .path(0);
  }

  private static ObjectNode wrapped(Recording recording, ObjectNode object) {
    ObjectNode create = activity("Create", recording.actor(), recording.objectId() + "/created");
    if (object.has("@context")) create.set("@context", object.get("@context"));
    for (String audience : List.of("to", "cc"))
      if (object.has(audience)) create.set(audience, object.get(audience));
    create.set("object", object);
    return create;
  }

  /** What went to one person goes to her. */
  private ObjectNode toAda(Recording recording, ObjectNode document) {
    JsonNode object = recording.object();
    boolean open = false;
    String person = null;
    for (String list : List.of("to", "cc", "audience"))
      for (JsonNode node : each(object.path(list))) {
        String id = node.asString("");
        open |= id.equals(Recording.PUBLIC) || id.equals("as:Public") || id.contains("/followers");
        if (person == null && list.equals("to")) person = id;
      }
    boolean own = object.path("attributedTo").toString().contains("\"" + person + "\"");
    if (open || own || person == null || person.isEmpty()) return document;
    String text = document.toString().replace("\"" + person + "\"", "\"" + ada.iri() + "\"");
    return (ObjectNode) Json.parse(text);
  }

  static Iterable<JsonNode> each(JsonNode node) {
    return node.isArray()
        ? node
        : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  /** Sends it; why it was refused, if it was. */
  Optional<String> delivered(String signer, ObjectNode activity) {
    long before = lastRefusal().map(Refusal::id).orElse(0L);
    HttpResponse<String> answer =
        Outsider.post(
            ada.server(), activity.toString(), Web.key(signer), fediverse.clock().instant());
    if (answer.statusCode() != 202)
      return Optional.of(Json.parse(answer.body()).path("error").asString());
    fediverse.settle();
    return lastRefusal().filter(one -> one.id() > before).map(Refusal::reason);
  }

  private Optional<Refusal> lastRefusal() {
    return ada.server().community().backlog().refusals(1).stream().findFirst();
  }

  private Outcome look(String id, boolean fetched) {
    Optional<Status> status = ada.find(id, fetched);
    return status
        .<Outcome>map(one -> new Outcome.Seen(one.json()))
        .orElseGet(() -> new Outcome.Unseen("nothing to be seen"));
  }

  private Outcome boost(Recording recording) {
    String booster = recording.actor();
    boolean group = recording.object().has("object");
    web.somebody(booster, group ? "Group" : "Person");
    Optional<String> stranger = meet(booster);
    if (stranger.isPresent()) return new Outcome.Unseen(stranger.get());
    JsonNode announced = group ? recording.object().path("object") : recording.object();
    String id = Recording.id(announced);
    String author = Recording.id(Recording.first(announced.path("attributedTo")));
    if (!author.isEmpty()) web.somebody(author, "Person");
    surroundings(announced);
    if (!recording.isAttack()) web.something(id);
    Optional<String> refused = delivered(booster, recording.document());
    if (refused.isPresent()) return new Outcome.Unseen(refused.get());
    return boost(booster, id)
        .<Outcome>map(status -> new Outcome.Seen(status.path("reblog")))
        // Answers that a group passes on stand in their thread alone.
        .orElseGet(() -> look(id, false));
  }

  /** A boost of something as it stands on somebody's profile. */
  Optional<JsonNode> boost(String booster, String boosted) {
    String account = account(booster).path("id").asString();
    return ada.get("/api/v1/accounts/" + account + "/statuses")
        .valueStream()
        .filter(status -> status.at("/reblog/uri").asString("").equals(boosted))
        .findFirst();
  }

  private Outcome actor(String id) {
    if (Iri.parse(id).isEmpty()) return new Outcome.Unseen("it has no id");
    JsonNode account = account(id);
    return account.isMissingNode()
        ? new Outcome.Unseen("cannot be found")
        : new Outcome.Seen(account);
  }

  @Override
  public void close() {
    fediverse.close();
  }
}
