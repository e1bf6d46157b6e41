package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import social.parley.jsonld.Contexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What every document must look like so that all servers accept it. */
public final class WireRules {
  private static final Set<String> ARRAYS = Set.of("to", "cc", "tag", "attachment");

  private static final Set<String> DATES =
      Set.of("published", "updated", "startTime", "endTime", "deleted", "expires");

  /** Two names of the security context for one term. */
  private static final Map<String, String> SYNONYMS = Map.of("expiration", "expires");

  private static final Set<String> NEVER = Set.of("bto", "bcc");

  private WireRules() {}

  public static void check(JsonNode document) {
    ArrayNode terms = (ArrayNode) Contexts.OWN.deepCopy();
    if (document.has("proof")) terms.add(Contexts.DATA_INTEGRITY);
    assertThat(document.get("@context")).isEqualTo(terms);
    assertThat(document.get("@context").get(0).stringValue()).isEqualTo(Contexts.ACTIVITY_STREAMS);
    checkMembers(document, true);
  }

  private static void checkMembers(JsonNode node, boolean top) {
    if (node.isArray()) node.values().forEach(member -> checkMembers(member, false));
    if (!node.isObject()) return;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (name.equals("@context")) {
        assertThat(top).as("a context inside the document").isTrue();
        continue;
      }
      assertThat(value.isNull()).as("null in " + name).isFalse();
      if (ARRAYS.contains(name)) assertThat(value.isArray()).as(name).isTrue();
      if (DATES.contains(name)) assertThat(value.stringValue()).endsWith("Z");
      if (name.equals("actor")) assertThat(value.isString()).as("actor").isTrue();
      assertThat(NEVER).doesNotContain(name);
      // A proof names the context that it was made under.
      checkMembers(value, name.equals("proof"));
    }
  }

  /** Every member name anywhere, apart from those inside language maps. */
  static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    collect(node, names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isArray()) node.values().forEach(member -> collect(member, names));
    if (!node.isObject()) return;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getKey().equals("@context")) continue;
      boolean empty = member.getValue().isArray() && member.getValue().isEmpty();
      if (!empty) names.add(SYNONYMS.getOrDefault(member.getKey(), member.getKey()));
      if (!member.getKey().endsWith("Map")) collect(member.getValue(), names);
    }
  }
}
