package social.parley.jsonld;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one configured JSON mapper: bounded in size and depth, duplicate member names refused. */
public final class Json {
  /** Largest document read, in bytes (1 MiB, as Mastodon has it). */
  public static final int MAX_BYTES = 1 << 20;

  /** Deepest nesting read. */
  public static final int MAX_DEPTH = 64;

  private static final int MAX_NAME = 2048;
  private static final int MAX_NUMBER = 100;

  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_BYTES)
                          .maxNameLength(MAX_NAME)
                          .maxNumberLength(MAX_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The value in these UTF-8 bytes. */
  public static JsonNode parse(byte[] bytes) throws Malformed {
    if (bytes.length > MAX_BYTES) throw new Malformed("longer than " + MAX_BYTES + " bytes");
    try {
      return present(MAPPER.readTree(bytes));
    } catch (JacksonException broken) {
      throw new Malformed(reason(broken));
    }
  }

  /** The value in this text. */
  public static JsonNode parse(String text) throws Malformed {
    if (text.length() > MAX_BYTES) throw new Malformed("longer than " + MAX_BYTES + " characters");
    try {
      return present(MAPPER.readTree(text));
    } catch (JacksonException broken) {
      throw new Malformed(reason(broken));
    }
  }

  /** Compact UTF-8 bytes, members in the order they stand. */
  public static byte[] write(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  private static JsonNode present(JsonNode node) {
    if (node.isMissingNode()) throw new Malformed("empty");
    return node;
  }

  /** The parser's message without the excerpt of the source, which may hold anything. */
  private static String reason(JacksonException broken) {
    String message = broken.getOriginalMessage();
    return message.length() > 200 ? message.substring(0, 200) : message;
  }
}
