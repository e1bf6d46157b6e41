package social.parley.sent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** The names that are defined where what we send points to. */
final class Terms {
  private static final String CONTEXTS = "/social/parley/jsonld/contexts/";

  private Terms() {}

  static Set<String> all() {
    Set<String> terms = new HashSet<>();
    for (String file : List.of("activitystreams", "security-v1", "own", "data-integrity-v1"))
      collect(read(CONTEXTS + file + ".json"), terms);
    return terms;
  }

  private static void collect(JsonNode context, Set<String> terms) {
    if (context.isArray()) context.forEach(part -> collect(part, terms));
    else if (context.has("@context")) collect(context.path("@context"), terms);
    else
      context
          .properties()
          .forEach(term -> {
            terms.add(term.getKey());
            if (term.getValue().has("@context")) collect(term.getValue(), terms);
          });
  }

  private static JsonNode read(String resource) {
    try (InputStream in = Terms.class.getResourceAsStream(resource)) {
      return Json.parse(Objects.requireNonNull(in, resource).readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
