package social.parley.activitystreams;

import tools.jackson.databind.JsonNode;

/** A tag of a kind that has no record here, kept as it stands. */
public record OtherTag(JsonNode raw) implements Tag {}
