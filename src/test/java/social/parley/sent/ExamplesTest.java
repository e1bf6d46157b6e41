package social.parley.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExamplesTest {
  @Test
  void itsExamplesAreTheApprovedDocuments() {
    Map<String, ObjectNode> golden = Golden.all();
    Map<String, JsonNode> examples = Examples.all();
    assertThat(examples).isNotEmpty();
    examples.forEach((name, example) -> assertThat(example).as(name).isEqualTo(golden.get(name)));
  }

  /** Every type that leaves is shown once, those of objects as well. */
  @Test
  void noTypeIsLeftOut() {
    TreeSet<String> shown = new TreeSet<>();
    Examples.all().values().forEach(one -> shown.add(types(one)));
    TreeSet<String> sent = new TreeSet<>();
    Golden.all().values().forEach(one -> sent.add(types(one)));
    assertThat(shown).isEqualTo(sent);
  }

  private static String types(JsonNode document) {
    String outer = document.path("type").asString();
    JsonNode object = document.path("object");
    return object.isObject() ? outer + "(" + object.path("type").asString() + ")" : outer;
  }

  @Test
  void linesAreBrokenBetweenMembers() {
    ObjectNode document = social.parley.jsonld.Json.object().put("a", "x, \"{y\"").put("b", 1);
    document.putArray("c").add("z".repeat(150));
    assertThat(Examples.wrapped(document).lines())
        .containsExactly(
            "{\"a\":\"x, \\\"{y\\\"\", \"b\":1,", " \"c\":[\"" + "z".repeat(150) + "\"]}");
  }
}
