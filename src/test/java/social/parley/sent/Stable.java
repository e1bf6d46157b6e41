package social.parley.sent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document with the same words on every run: ports are taken out of addresses, and ids, times,
 * keys and names of files are numbered through as they come.
 */
final class Stable {
  private static final Pattern PORT = Pattern.compile("(https?://)?([a-z]+\\.test):\\d+");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern ID = Pattern.compile("\\d{15,19}");
  private static final Pattern FILE = Pattern.compile("(/media/\\d+/)[^/\"]+\\.([a-z]+)");

  /** They hold for these very ids and times. */
  private static final Set<String> SEALS = Set.of("signatureValue", "proofValue");

  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> times = new HashMap<>();

  private Stable() {}

  static ObjectNode of(JsonNode document) {
    Stable stable = new Stable();
    ObjectNode copy = (ObjectNode) Json.parse(stable.hosts(document.toString()));
    stable.members(copy);
    return copy;
  }

  private String hosts(String text) {
    return PORT.matcher(text)
        .replaceAll(one -> (one.group(1) == null ? "" : "https://") + one.group(2));
  }

  private void members(ObjectNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      JsonNode value = member.getValue();
      if (value.isString()) node.put(member.getKey(), text(member.getKey(), value.stringValue()));
      else inside(value);
    }
  }

  private void inside(JsonNode value) {
    if (value instanceof ObjectNode object) members(object);
    if (value instanceof ArrayNode array)
      for (int i = 0; i < array.size(); i++)
        if (array.get(i).isString()) array.set(i, text("", array.get(i).stringValue()));
        else inside(array.get(i));
  }

  private String text(String name, String text) {
    if (name.equals("publicKeyPem"))
      return "-----BEGIN PUBLIC KEY-----\nMIIB...\n-----END PUBLIC KEY-----\n";
    if (name.equals("publicKeyMultibase")) return "z6Mk...";
    if (SEALS.contains(name)) return "...";
    if (TIME.matcher(text).matches())
      return times.computeIfAbsent(text, _ -> "2026-02-03T04:05:%02dZ".formatted(6 + times.size()));
    Matcher number = ID.matcher(text);
    String numbered =
        number.replaceAll(
            id -> ids.computeIfAbsent(id.group(), _ -> Integer.toString(ids.size() + 1)));
    return FILE.matcher(numbered).replaceAll("$1file.$2");
  }
}
