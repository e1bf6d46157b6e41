package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import social.parley.mastodon.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server made with Fedify: gerda, gisela, the garden, and what a test may ask of them. */
record FedifyServer(Conversation process, ApiClient control, String authority)
    implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Starts the server, which makes and wants this kind of signature. */
  static FedifyServer start(App fedify, String scheme) {
    String port = String.valueOf(LiveServer.freePort());
    Conversation process = fedify.start(port, scheme);
    process.hear("ready");
    return new FedifyServer(
        process, new ApiClient("http://localhost:" + port), "fedify.localhost:" + port);
  }

  String handle(String name) {
    return name + "@" + authority;
  }

  String iri(String name) {
    return "http://" + authority + "/users/" + name;
  }

  /** Lets somebody, gerda if none is named, do something; names and values in turn. */
  String does(String action, String... parameters) {
    ObjectNode wish = JSON.createObjectNode().put("action", action);
    for (int i = 0; i < parameters.length; i += 2) wish.put(parameters[i], parameters[i + 1]);
    return asks(wish).at("/id").asString("");
  }

  private JsonNode asks(ObjectNode wish) {
    var answer = control.json("/control", null, wish.toString());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  /** Forgets what came in and what was sent. */
  void forget() {
    control.send("DELETE", "/control", null, null, null);
  }

  private Stream<JsonNode> inbox() {
    return control("/received");
  }

  private Stream<JsonNode> control(String list) {
    var all = control.get("/control", null).json().at(list);
    return StreamSupport.stream(all.spliterator(), false);
  }

  /** The types of the activities that came in and were believed, the first first. */
  List<String> received() {
    return inbox().map(one -> one.at("/type").asString()).toList();
  }

  /** The kinds of signatures that these came with. */
  List<String> schemes() {
    return inbox().map(one -> one.at("/scheme").asString()).toList();
  }

  /** The paths of the inboxes that they came to. */
  List<String> inboxes() {
    return inbox().map(one -> one.at("/path").asString()).toList();
  }

  /** Of the latest activity of a type: whether its proof and its inner signature hold. */
  List<Boolean> holds(String type) {
    JsonNode held = asks(JSON.createObjectNode().put("action", "inside").put("type", type));
    return List.of(held.at("/proof").asBoolean(), held.at("/signature").asBoolean());
  }

  /** How each delivery was signed and answered, refused ones too. */
  List<String> deliveries() {
    return control("/deliveries")
        .map(one -> one.at("/scheme").asString() + " " + one.at("/status").asInt())
        .toList();
  }

  /** How many deliveries went to an inbox. */
  long deliveriesTo(String path) {
    return control("/deliveries").filter(one -> one.at("/path").asString().equals(path)).count();
  }

  /** The texts of the posts that came in, the first first. */
  List<String> texts() {
    return inbox()
        .filter(one -> one.at("/type").asString().equals("Create"))
        .map(one -> one.at("/json/object/content").asString().replaceAll("<[^>]*>", ""))
        .toList();
  }

  /** The latest activity of a type. */
  JsonNode last(String type) {
    return inbox()
        .filter(one -> one.at("/type").asString().equals(type))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("no " + type + " among " + received()))
        .at("/json");
  }

  @Override
  public void close() {
    process.close();
    control.close();
  }
}
