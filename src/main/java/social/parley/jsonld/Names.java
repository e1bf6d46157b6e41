package social.parley.jsonld;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The names that one document uses, and what they usually are called. */
final class Names {
  /** What it takes to bring a document to its usual names. */
  enum Need {
    NOTHING,
    RENAMING,
    PROCESSING
  }

  private static final int MAX_DEPTH = 32;

  private final @Nullable JsonNode context;
  private final Map<String, String> aliases = new HashMap<>();

  Names(@Nullable JsonNode context) {
    this.context = context;
    if (context == null) return;
    if (context.isObject()) learn(context);
    for (int i = 0; context.isArray() && i < context.size(); i++)
      if (context.get(i).isObject()) learn(context.get(i));
  }

  /** Notes terms that stand for something which usually has another name. */
  private void learn(JsonNode inline) {
    for (Map.Entry<String, JsonNode> entry : inline.properties()) {
      String term = entry.getKey();
      String iri = Terms.definition(entry.getValue());
      if (iri == null || iri.endsWith(term) || Terms.isNamespace(iri)) continue;
      String usual =
          switch (iri) {
            case "@id" -> "id";
            case "@type" -> "type";
            default -> usual(iri);
          };
      // Terms outside ActivityStreams are read by the names that their makers gave them.
      if (usual != null && !usual.equals(term) && (iri.startsWith("@") || isCore(iri)))
        aliases.put(term, usual);
    }
  }

  private static boolean isCore(String iri) {
    return iri.startsWith("as:") || iri.startsWith(Contexts.ACTIVITY_STREAMS);
  }

  /** The usual name of a compact or full IRI; null when it has none. */
  private @Nullable String usual(String name) {
    int colon = name.indexOf(':');
    if (colon <= 0) return null;
    if (name.startsWith("//", colon + 1)) return Terms.usual(name);
    String namespace = namespace(name.substring(0, colon));
    return namespace == null ? null : Terms.usual(namespace + name.substring(colon + 1));
  }

  private @Nullable String namespace(String prefix) {
    if (context != null) {
      String own = context.isObject() ? own(context, prefix) : null;
      for (int i = 0; own == null && context.isArray() && i < context.size(); i++)
        own = own(context.get(i), prefix);
      if (own != null) return own;
    }
    return Terms.usualPrefix(prefix);
  }

  private static @Nullable String own(JsonNode inline, String prefix) {
    JsonNode definition = inline.isObject() ? inline.get(prefix) : null;
    return definition == null ? null : Terms.definition(definition);
  }

  Need need(JsonNode node) {
    return need(node, 0);
  }

  private Need need(JsonNode node, int depth) {
    Need need = Need.NOTHING;
    if (depth > MAX_DEPTH) return need;
    if (node.isArray()) {
      for (int i = 0; i < node.size() && need != Need.PROCESSING; i++)
        need = greater(need, need(node.get(i), depth + 1));
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (member.getKey().equals("@context")) continue;
        need = greater(need, need(member.getKey(), member.getValue()));
        need = greater(need, need(member.getValue(), depth + 1));
        if (need == Need.PROCESSING) return need;
      }
    }
    return need;
  }

  private static Need greater(Need one, Need other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Need need(String name, JsonNode value) {
    if (name.startsWith("@"))
      return name.equals("@id") || name.equals("@type") ? Need.RENAMING : Need.PROCESSING;
    if (name.startsWith("http") && usual(name) != null) return Need.PROCESSING;
    if (renamed(name) != null) return Need.RENAMING;
    if (!name.equals("type")) return Need.NOTHING;
    if (value.isString()) return typeNeed(value);
    for (int i = 0; value.isArray() && i < value.size(); i++)
      if (typeNeed(value.get(i)) == Need.RENAMING) return Need.RENAMING;
    return Need.NOTHING;
  }

  private Need typeNeed(JsonNode type) {
    boolean odd =
        type.isString() && type.stringValue().indexOf(':') > 0 && usual(type.stringValue()) != null;
    return odd ? Need.RENAMING : Need.NOTHING;
  }

  private @Nullable String renamed(String name) {
    if (name.equals("@id")) return "id";
    if (name.equals("@type")) return "type";
    if (name.indexOf(':') > 0) return usual(name);
    return aliases.isEmpty() ? null : aliases.get(name);
  }

  /** A copy in which everything can also be found by its usual name. */
  JsonNode rename(JsonNode node) {
    return rename(node, 0);
  }

  private JsonNode rename(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) return node;
    if (node.isArray()) {
      ArrayNode copy = Json.array();
      for (int i = 0; i < node.size(); i++) copy.add(rename(node.get(i), depth + 1));
      return copy;
    }
    if (!node.isObject()) return node;
    ObjectNode copy = Json.object();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      boolean context = name.equals("@context");
      copy.set(name, context ? value : rename(value, depth + 1));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String usual = renamed(member.getKey());
      if (usual != null && !copy.has(usual)) copy.set(usual, copy.get(member.getKey()));
    }
    if (copy.get("type") instanceof JsonNode type) copy.set("type", types(type));
    return copy;
  }

  private JsonNode types(JsonNode type) {
    if (type.isString()) {
      String usual = usual(type.stringValue());
      return usual == null ? type : Json.text(usual);
    }
    if (!type.isArray()) return type;
    ArrayNode copy = Json.array();
    for (int i = 0; i < type.size(); i++) copy.add(types(type.get(i)));
    return copy;
  }
}
