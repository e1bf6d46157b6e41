package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import social.parley.mastodon.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one person on a server made with Fedify, and what the test may ask of her. */
record FedifyPerson(Conversation process, ApiClient control, String authority)
    implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Starts her server, which makes and wants this kind of signature. */
  static FedifyPerson start(App fedify, String scheme) {
    String port = String.valueOf(LiveServer.freePort());
    Conversation process = fedify.start(port, scheme);
    process.hear("ready");
    return new FedifyPerson(
        process, new ApiClient("http://localhost:" + port), "fedify.localhost:" + port);
  }

  String handle() {
    return "gerda@" + authority;
  }

  String iri() {
    return "http://" + authority + "/users/gerda";
  }

  /** Lets her do something to somebody; parameters are names and values in turn. */
  String does(String action, String to, String... parameters) {
    ObjectNode wish = JSON.createObjectNode().put("action", action).put("to", to);
    for (int i = 0; i < parameters.length; i += 2) wish.put(parameters[i], parameters[i + 1]);
    var answer = control.json("/control", null, wish.toString());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.text("/id");
  }

  /** Forgets what she got. */
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

  /** The types of the activities that she got and believed, the first first. */
  List<String> received() {
    return inbox().map(one -> one.at("/type").asString()).toList();
  }

  /** The kinds of signatures that these came with. */
  List<String> schemes() {
    return inbox().map(one -> one.at("/scheme").asString()).toList();
  }

  /** How each of her deliveries was signed and answered, refused ones too. */
  List<String> deliveries() {
    return control("/deliveries")
        .map(one -> one.at("/scheme").asString() + " " + one.at("/status").asInt())
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
