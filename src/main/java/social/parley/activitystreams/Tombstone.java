package social.parley.activitystreams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** What is left of a deleted object. */
public record Tombstone(
    @Nullable Iri id, @Nullable String formerType, @Nullable Instant deleted, JsonNode raw)
    implements Thing {
  public static Tombstone of(Iri id) {
    return new Tombstone(id, null, null, Json.object());
  }

  @Override
  public String type() {
    return "Tombstone";
  }
}
