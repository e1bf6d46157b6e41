package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Where something is or takes place; addresses of any shape stay in {@code raw}. */
public record PlaceDocument(
    @Nullable Iri id,
    @Nullable String name,
    @Nullable Double latitude,
    @Nullable Double longitude,
    JsonNode raw) {}
