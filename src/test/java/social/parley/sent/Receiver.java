package social.parley.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import social.parley.activitystreams.Times;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one kind of server demands of what it receives: every rule holds for all approved documents
 * that it concerns, and no longer once these are changed to break it.
 */
abstract class Receiver {
  static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
  private static final Set<String> ACTORS = Set.of("Person", "Application");

  static void rule(
      Map<String, ObjectNode> documents, Predicate<ObjectNode> rule, Consumer<ObjectNode> breach) {
    assertThat(documents).as("documents that the rule concerns").isNotEmpty();
    documents.forEach((name, document) -> {
      assertThat(rule.test(document)).as(name).isTrue();
      ObjectNode broken = document.deepCopy();
      breach.accept(broken);
      assertThat(rule.test(broken)).as(name + ", changed to break the rule").isFalse();
    });
  }

  static Map<String, ObjectNode> those(Predicate<ObjectNode> wanted) {
    Map<String, ObjectNode> those = new TreeMap<>(Golden.all());
    those.values().removeIf(wanted.negate());
    return those;
  }

  static Map<String, ObjectNode> named(String... names) {
    Map<String, ObjectNode> named = new TreeMap<>(Golden.all());
    named.keySet().retainAll(Set.of(names));
    assertThat(named).hasSameSizeAs(names);
    return named;
  }

  static Map<String, ObjectNode> actors() {
    return those(document -> ACTORS.contains(type(document)));
  }

  static Map<String, ObjectNode> activities() {
    return those(document -> document.has("actor"));
  }

  static Map<String, ObjectNode> activities(String... types) {
    return those(document -> document.has("actor") && Set.of(types).contains(type(document)));
  }

  /** The objects of all that is created or changed, but for people and votes. */
  static Map<String, ObjectNode> posts() {
    Map<String, ObjectNode> posts = new TreeMap<>();
    activities("Create", "Update")
        .forEach((name, activity) -> {
          if (activity.get("object") instanceof ObjectNode object
              && !ACTORS.contains(type(object))
              && object.has("content")) posts.put(name, object);
        });
    return posts;
  }

  static Map<String, ObjectNode> posts(Predicate<ObjectNode> wanted) {
    Map<String, ObjectNode> posts = posts();
    posts.values().removeIf(wanted.negate());
    return posts;
  }

  static Map<String, ObjectNode> post(String name) {
    Map<String, ObjectNode> post = posts();
    post.keySet().retainAll(Set.of(name));
    return post;
  }

  static String type(JsonNode document) {
    return document.path("type").asString("");
  }

  static String text(JsonNode document, String member) {
    return document.path(member).isString() ? document.path(member).asString() : "";
  }

  static boolean isWeb(JsonNode value) {
    return value.isString() && value.asString().matches("https?://[^/]+/.*");
  }

  /** Scheme and host. */
  static String origin(String address) {
    return address.replaceFirst("^(https?://[^/]+).*", "$1");
  }

  static boolean sameHost(JsonNode one, JsonNode other) {
    return isWeb(one) && isWeb(other) && origin(one.asString()).equals(origin(other.asString()));
  }

  static boolean isTime(JsonNode value) {
    return value.isString()
        && value.asString().endsWith("Z")
        && Times.parse(value.asString()) != null;
  }

  static boolean names(JsonNode list, String one) {
    return list.isArray() && list.valueStream().anyMatch(member -> one.equals(member.asString("")));
  }

  static ObjectNode object(ObjectNode activity) {
    return (ObjectNode) activity.get("object");
  }

  static ArrayNode list(ObjectNode document, String member) {
    return (ArrayNode) document.get(member);
  }
}
