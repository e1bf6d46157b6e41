package social.parley.mastodon.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the types of the table of entities into JSON Schema. */
final class Schemas {
  private final Map<String, List<String>> entities;

  Schemas(Map<String, List<String>> entities) {
    this.entities = entities;
  }

  /** All entities by their names. */
  Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    entities.forEach((name, members) -> all.put(name, entity(members)));
    return all;
  }

  private Map<String, Object> entity(List<String> members) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    List<Object> included = new ArrayList<>();
    for (String member : members) {
      if (member.startsWith("+")) {
        included.add(reference(member.substring(1)));
        continue;
      }
      int colon = member.lastIndexOf(':');
      boolean optional = member.charAt(colon - 1) == '~';
      String name = member.substring(0, optional ? colon - 1 : colon);
      properties.put(name, of(member.substring(colon + 1)));
      if (!optional) required.add(name);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!included.isEmpty()) schema.put("allOf", included);
    schema.put("properties", properties);
    if (!required.isEmpty()) schema.put("required", required);
    return schema;
  }

  /** The schema of a type as the tables write it. */
  Map<String, Object> of(String type) {
    if (type.endsWith("?")) return nullable(of(type.substring(0, type.length() - 1)));
    String inner = type.substring(Math.min(1, type.length()), Math.max(1, type.length() - 1));
    if (type.startsWith("[")) return Map.of("type", "array", "items", of(inner));
    if (type.startsWith("{")) return Map.of("type", "object", "additionalProperties", of(inner));
    return switch (type) {
      case "ID", "S" -> Map.of("type", "string");
      case "I" -> Map.of("type", "integer");
      case "N" -> Map.of("type", "number");
      case "B" -> Map.of("type", "boolean");
      case "D" -> Map.of("type", "string", "format", "date-time");
      case "d" -> Map.of("type", "string", "format", "date");
      case "U", "W" -> Map.of("type", "string", "format", "uri");
      case "X" -> Map.of();
      default ->
          entities.containsKey(type)
              ? reference(type)
              : Map.of("type", "string", "enum", List.of(type.split("\\|")));
    };
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  private static Map<String, Object> reference(String entity) {
    return Map.of("$ref", "#/components/schemas/" + entity);
  }
}
