package social.parley.activitystreams;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Members of a document under construction; what is null is left out. */
record Fields(ObjectNode node) {
  /** These belong to the one document that carried them. */
  private static final Set<String> NEVER_COPIED =
      Set.of("@context", "id", "type", "signature", "proof");

  Fields text(String name, @Nullable String value) {
    if (value != null) node.put(name, value);
    return this;
  }

  Fields iri(String name, @Nullable Iri value) {
    if (value != null) node.put(name, value.value());
    return this;
  }

  /** Always an array. */
  Fields iris(String name, List<Iri> values) {
    ArrayNode array = node.putArray(name);
    for (Iri value : values) array.add(value.value());
    return this;
  }

  Fields time(String name, @Nullable Instant value) {
    if (value != null) node.put(name, value.toString());
    return this;
  }

  Fields whole(String name, @Nullable Long value) {
    if (value != null) node.put(name, value);
    return this;
  }

  Fields whole(String name, @Nullable Integer value) {
    if (value != null) node.put(name, value);
    return this;
  }

  Fields choice(String name, @Nullable Boolean value) {
    if (value != null) node.put(name, value);
    return this;
  }

  Fields json(String name, @Nullable JsonNode value) {
    if (value != null) node.set(name, value);
    return this;
  }

  Fields ref(String name, @Nullable Ref value) {
    return json(name, value == null ? null : written(value));
  }

  /** A single value when there is one, else an array. */
  Fields refs(String name, List<Ref> values) {
    if (values.isEmpty()) return this;
    return values.size() == 1 ? ref(name, values.getFirst()) : list(name, values);
  }

  /** Always an array. */
  Fields list(String name, List<Ref> values) {
    ArrayNode array = node.putArray(name);
    for (Ref value : values) array.add(written(value));
    return this;
  }

  private JsonNode written(Ref ref) {
    return switch (ref) {
      case Ref.Id id -> node.stringNode(id.iri().value());
      case Ref.Embedded embedded -> ActivityWriter.inner(embedded.thing());
    };
  }

  /** Every member of what was read, or is to be added, that has no field in the record. */
  Fields rest(JsonNode raw, Set<String> known) {
    if (!raw.isObject()) return this;
    for (Map.Entry<String, JsonNode> member : raw.properties()) {
      String name = member.getKey();
      if (!known.contains(name) && !NEVER_COPIED.contains(name) && !node.has(name))
        node.set(name, member.getValue());
    }
    return this;
  }
}
