package social.parley.posts;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.posts.Policy.Circle;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How policies are stored; that of an author who says nothing is null. */
final class PolicyColumn {
  private static final JsonMapper JSON = JsonMapper.shared();

  private PolicyColumn() {}

  static @Nullable String write(Policy policy) {
    if (policy.equals(Policy.SILENT)) return null;
    ObjectNode node = JSON.createObjectNode();
    for (Deed deed : Deed.values()) {
      Rule rule = policy.of(deed);
      if (rule == null) continue;
      ObjectNode one = node.putObject(word(deed));
      add(one.putArray("automatic"), rule.automatic());
      add(one.putArray("manual"), rule.manual());
    }
    return JSON.writeValueAsString(node);
  }

  private static void add(ArrayNode array, Circle circle) {
    for (Group group : Group.values()) if (circle.has(group)) array.add(word(group));
    for (Iri person : circle.people()) array.add(person.value());
  }

  static Policy read(@Nullable String column) {
    if (column == null) return Policy.SILENT;
    JsonNode node = JSON.readTree(column);
    return new Policy(
        rule(node, Deed.LIKE),
        rule(node, Deed.REPLY),
        rule(node, Deed.BOOST),
        rule(node, Deed.QUOTE));
  }

  private static @Nullable Rule rule(JsonNode policy, Deed deed) {
    JsonNode node = policy.get(word(deed));
    return node == null
        ? null
        : new Rule(circle(node.path("automatic")), circle(node.path("manual")));
  }

  private static Circle circle(JsonNode array) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    Set<Iri> people = new HashSet<>();
    for (JsonNode one : array) {
      String text = one.asString();
      if (text.contains(":")) people.add(new Iri(text));
      else groups.add(Group.valueOf(text.toUpperCase(Locale.ROOT)));
    }
    return new Circle(groups, people);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
