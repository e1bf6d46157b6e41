package social.parley.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents in which some values have been replaced by what nobody would put there. */
final class Distortion {
  private static final int MOST_CHANGES = 3;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ufffe\u202e",
          "x".repeat(20_000),
          "e\u0301".repeat(3000),
          "http://",
          "https://[::1",
          "https://host.example:99999/",
          "https://user@host.example/%zz?#",
          "javascript:alert(1)",
          "did:key:z6Mk",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "2024-13-45T99:99:99Z",
          "0000-00-00",
          "PT99999999999999999999S",
          "P-1Y",
          "NaN",
          "9".repeat(400),
          "<p>".repeat(3000),
          "<a href='https://a.example/'>".repeat(500),
          "text/plain; charset=\"",
          "zz-ZZ-x-zz",
          ":".repeat(300),
          "@@@",
          "#");

  private static final List<JsonNode> OTHERS =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.numberNode(-1),
          NODES.numberNode(Long.MIN_VALUE),
          NODES.numberNode(1e308),
          Json.parse("1e999999"),
          Json.parse("{}"),
          Json.parse("[]"),
          Json.parse("[[[[[[[[[[]]]]]]]]]]"),
          Json.parse("[null,{},1,\"\",[null]]"),
          Json.parse("{\"type\":null,\"id\":{},\"name\":[1],\"url\":{\"href\":{}}}"),
          Json.parse(
              "{\"type\":[\"Note\",\"Person\",7],\"href\":[],\"mediaType\":{},\"width\":-5}"),
          Json.parse("{\"@value\":{\"@id\":\"x\"},\"@list\":[1]}"));

  private final Random random;

  Distortion(long seed) {
    this.random = new Random(seed);
  }

  /** A copy with one or a few places changed; who did it and what it is called mostly stay. */
  ObjectNode of(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      List<Consumer<JsonNode>> places = new ArrayList<>();
      List<JsonNode> values = new ArrayList<>();
      collect(copy, true, places, values);
      if (places.isEmpty()) return copy;
      int at = random.nextInt(places.size());
      places.get(at).accept(instead(values.get(at), copy));
    }
    return copy;
  }

  private static void collect(
      JsonNode node, boolean top, List<Consumer<JsonNode>> places, List<JsonNode> values) {
    if (node instanceof ObjectNode object)
      for (String name : List.copyOf(object.propertyNames())) {
        if (top && (name.equals("id") || name.equals("actor"))) continue;
        places.add(value -> object.set(name, value));
        values.add(object.get(name));
        collect(object.get(name), false, places, values);
      }
    if (node instanceof ArrayNode array)
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(value -> array.set(index, value));
        values.add(array.get(i));
        collect(array.get(i), false, places, values);
      }
  }

  private JsonNode instead(JsonNode value, ObjectNode whole) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
      case 3, 4, 5 -> OTHERS.get(random.nextInt(OTHERS.size())).deepCopy();
      case 6 -> NODES.arrayNode().add(value.deepCopy()).add(value.deepCopy());
      default -> whole.deepCopy();
    };
  }
}
