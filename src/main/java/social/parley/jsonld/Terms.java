package social.parley.jsonld;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The usual name of every term that our own context and ActivityStreams define. */
final class Terms {
  /** Prefixes as they are used everywhere, for documents that use them without a definition. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "as", "https://www.w3.org/ns/activitystreams#",
          "activitystreams", "https://www.w3.org/ns/activitystreams#",
          "toot", "http://joinmastodon.org/ns#",
          "schema", "http://schema.org#",
          "sc", "http://schema.org#",
          "litepub", "http://litepub.social/ns#",
          "misskey", "https://misskey-hub.net/ns#",
          "sec", "https://w3id.org/security#",
          "ldp", "http://www.w3.org/ns/ldp#");

  private static final Map<String, String> BY_IRI = new HashMap<>();

  static {
    Map<String, String> prefixes = new HashMap<>(PREFIXES);
    learn(Contexts.resource("activitystreams.json").get("@context"), prefixes);
    learn(Contexts.OWN.get(2), prefixes);
  }

  private Terms() {}

  private static void learn(JsonNode context, Map<String, String> prefixes) {
    for (Map.Entry<String, JsonNode> entry : context.properties()) {
      String iri = definition(entry.getValue());
      if (iri != null && isNamespace(iri)) prefixes.put(entry.getKey(), iri);
    }
    for (Map.Entry<String, JsonNode> entry : context.properties()) {
      String iri = definition(entry.getValue());
      String name = entry.getKey();
      if (iri == null || isNamespace(iri) || iri.startsWith("@") || isVariant(name)) continue;
      int colon = iri.indexOf(':');
      String namespace = prefixes.get(iri.substring(0, colon));
      BY_IRI.put(plain(namespace == null ? iri : namespace + iri.substring(colon + 1)), name);
    }
  }

  /** Names of the same IRI for another shape of value. */
  private static boolean isVariant(String name) {
    return name.endsWith("Map") || name.equals("orderedItems");
  }

  static boolean isNamespace(String iri) {
    return iri.endsWith("#") || iri.endsWith("/");
  }

  /** What a definition in a context maps its term to. */
  static @Nullable String definition(JsonNode value) {
    JsonNode id = value.isObject() ? value.get("@id") : value;
    return id != null && id.isString() ? id.stringValue() : null;
  }

  static @Nullable String usualPrefix(String prefix) {
    return PREFIXES.get(prefix);
  }

  /** The usual name of a full IRI, or null. */
  static @Nullable String usual(String iri) {
    return BY_IRI.get(plain(iri));
  }

  /** Schema.org is written with slash and with hash, both with and without TLS. */
  private static String plain(String iri) {
    if (!iri.startsWith("http://schema.org") && !iri.startsWith("https://schema.org")) return iri;
    return "http://schema.org#" + iri.substring(iri.indexOf("schema.org") + 11);
  }
}
