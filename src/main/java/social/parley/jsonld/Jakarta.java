package social.parley.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns our trees into those of the JSON-LD processor and back. */
final class Jakarta {
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Jakarta() {}

  static JsonStructure structure(JsonNode node) {
    if (value(node) instanceof JsonStructure structure) return structure;
    throw new Malformed("neither object nor array");
  }

  private static JsonValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> PROVIDER.createValue(node.stringValue());
      case NUMBER ->
          node.isIntegralNumber()
              ? PROVIDER.createValue(node.bigIntegerValue())
              : PROVIDER.createValue(finite(node.doubleValue()));
      case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
      case NULL, MISSING -> JsonValue.NULL;
      case BINARY, POJO -> throw new Malformed("no JSON value");
    };
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) throw new Malformed("no finite number");
    return number;
  }

  private static JsonObject object(JsonNode node) {
    JsonObjectBuilder builder = PROVIDER.createObjectBuilder();
    for (Map.Entry<String, JsonNode> member : node.properties())
      builder.add(member.getKey(), value(member.getValue()));
    return builder.build();
  }

  private static JsonArray array(JsonNode node) {
    JsonArrayBuilder builder = PROVIDER.createArrayBuilder();
    for (int i = 0; i < node.size(); i++) builder.add(value(node.get(i)));
    return builder.build();
  }

  static JsonNode node(JsonValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case JsonObject object -> {
        ObjectNode node = nodes.objectNode();
        object.forEach((name, member) -> node.set(name, node(member)));
        yield node;
      }
      case JsonArray array -> {
        ArrayNode node = nodes.arrayNode();
        array.forEach(member -> node.add(node(member)));
        yield node;
      }
      case JsonString text -> nodes.stringNode(text.getString());
      case JsonNumber number when number.isIntegral() -> nodes.numberNode(number.bigIntegerValue());
      case JsonNumber number -> nodes.numberNode(number.doubleValue());
      default ->
          switch (value.getValueType()) {
            case TRUE -> nodes.booleanNode(true);
            case FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
          };
    };
  }
}
