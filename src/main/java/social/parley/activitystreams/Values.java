package social.parley.activitystreams;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Single members read liberally: what has the wrong shape counts as absent. */
final class Values {
  /** More members of an array than this are not looked at. */
  static final int MAX_MEMBERS = 1000;

  private static final int MAX_LANGUAGES = 50;

  private Values() {}

  /** The first type that is a string; empty when there is none. */
  static String type(JsonNode node) {
    JsonNode type = node.get("type");
    if (type == null) return "";
    if (type.isString()) return type.stringValue();
    if (type.isArray()) return typeOfSeveral(type);
    return "";
  }

  /** Of several types the one that has a record here; else the first. */
  private static String typeOfSeveral(JsonNode types) {
    String first = "";
    for (JsonNode member : members(types)) {
      if (!member.isString()) continue;
      String type = member.stringValue();
      if (ActivityTypes.isKnown(type)
          || ActorType.of(type) != null
          || ObjectKind.of(type) != ObjectKind.OTHER) return type;
      if (first.isEmpty()) first = type;
    }
    return first;
  }

  /** The members of an array up to the limit, a single value as one member, nothing for null. */
  static List<JsonNode> members(@Nullable JsonNode node) {
    if (node == null || node.isNull()) return List.of();
    if (!node.isArray()) return List.of(node);
    int size = Math.min(node.size(), MAX_MEMBERS);
    List<JsonNode> members = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      JsonNode member = node.get(i);
      if (!member.isNull()) members.add(member);
    }
    return members;
  }

  static List<JsonNode> members(JsonNode node, String name) {
    return members(node.get(name));
  }

  /** The member, of an array its first member. */
  static @Nullable JsonNode first(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) return null;
    if (!value.isArray()) return value;
    for (int i = 0; i < value.size(); i++) if (!value.get(i).isNull()) return value.get(i);
    return null;
  }

  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = first(node, name);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  static @Nullable String text(JsonNode node, String name, String alternative) {
    String text = text(node, name);
    return text != null ? text : text(node, alternative);
  }

  /** Text of a natural-language member: itself, else the first entry of its map. */
  static @Nullable String language(JsonNode node, String name, String mapName) {
    String text = text(node, name);
    if (text != null) return text;
    Map<String, String> map = map(node, mapName);
    // Drafts of the vocabulary had the map under the plain name.
    if (map.isEmpty()) map = map(node, name);
    return map.isEmpty() ? null : map.values().iterator().next();
  }

  static Map<String, String> map(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) return Map.of();
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (map.size() == MAX_LANGUAGES) break;
      if (entry.getValue().isString()) map.put(entry.getKey(), entry.getValue().stringValue());
    }
    return map;
  }

  /** The IRI a value is or names: a string, an object's id, a link's href. */
  static @Nullable Iri iri(@Nullable JsonNode value) {
    if (value == null) return null;
    if (value.isString()) return iri(value.stringValue());
    if (!value.isObject()) return null;
    JsonNode id = value.get("id");
    if (id == null) id = value.get("href");
    return id != null && id.isString() ? iri(id.stringValue()) : null;
  }

  static @Nullable Iri iri(JsonNode node, String name) {
    return iri(first(node, name));
  }

  private static @Nullable Iri iri(String text) {
    if (text.length() <= 9 && (text.equals("as:Public") || text.equals("Public")))
      return Audience.PUBLIC;
    Iri iri = Iri.parse(text).orElse(null);
    return iri != null && iri.equals(Audience.PUBLIC) ? Audience.PUBLIC : iri;
  }

  /** Where to go, not what something is called: blanks that browsers forgive are forgiven here. */
  static @Nullable Iri address(@Nullable JsonNode value) {
    if (value == null || !value.isString()) return iri(value);
    return iri(value.stringValue().strip().replace(" ", "%20"));
  }

  static List<Iri> iris(JsonNode node, String name) {
    List<JsonNode> members = members(node, name);
    if (members.isEmpty()) return List.of();
    List<Iri> iris = new ArrayList<>(members.size());
    for (JsonNode member : members) {
      Iri iri = iri(member);
      if (iri != null && !iris.contains(iri)) iris.add(iri);
    }
    return iris;
  }

  static boolean flag(JsonNode node, String name) {
    return Boolean.TRUE.equals(choice(node, name));
  }

  /** True, false, or not said. */
  static @Nullable Boolean choice(JsonNode node, String name) {
    JsonNode value = first(node, name);
    if (value == null) return null;
    if (value.isBoolean()) return value.booleanValue();
    if (!value.isString()) return null;
    return switch (value.stringValue()) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  static @Nullable Long whole(JsonNode node, String name) {
    JsonNode value = first(node, name);
    if (value == null) return null;
    if (value.isString()) return whole(value.stringValue());
    if (!value.isNumber()) return null;
    double number = value.doubleValue();
    boolean fits = number >= 0 && number < Long.MAX_VALUE && number == Math.rint(number);
    return fits ? (value.canConvertToLong() ? value.longValue() : (long) number) : null;
  }

  private static @Nullable Long whole(String digits) {
    if (digits.isEmpty() || digits.length() > 18) return null;
    for (int i = 0; i < digits.length(); i++)
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return null;
    return Long.parseLong(digits);
  }

  static @Nullable Integer small(JsonNode node, String name) {
    Long value = whole(node, name);
    return value == null || value > Integer.MAX_VALUE ? null : (Integer) value.intValue();
  }

  static @Nullable Double real(@Nullable JsonNode value) {
    if (value == null) return null;
    double number;
    if (value.isNumber()) number = value.doubleValue();
    else if (value.isString()) number = parsed(value.stringValue());
    else return null;
    return Double.isFinite(number) ? number : null;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return Double.NaN;
    }
  }

  static @Nullable Instant time(JsonNode node, String name) {
    JsonNode value = first(node, name);
    return value != null && value.isString() ? Times.parse(value.stringValue()) : null;
  }

  /** An ISO 8601 duration of days or less, or a number of seconds (Funkwhale). */
  static @Nullable Duration duration(JsonNode node, String name) {
    JsonNode value = first(node, name);
    try {
      if (value == null) return null;
      if (value.isNumber()) return Duration.ofMillis(Math.round(value.doubleValue() * 1000));
      return value.isString() ? Duration.parse(value.stringValue()) : null;
    } catch (DateTimeException | ArithmeticException notOne) {
      return null;
    }
  }

  static @Nullable FocalPoint focalPoint(JsonNode node) {
    JsonNode value = node.get("focalPoint");
    if (value == null || !value.isArray() || value.size() != 2) return null;
    Double x = real(value.get(0));
    Double y = real(value.get(1));
    if (x == null || y == null || Math.abs(x) > 1 || Math.abs(y) > 1) return null;
    return new FocalPoint(x, y);
  }
}
