package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A hashtag; the name is written with its leading {@code #} by most, but not by all. */
public record HashtagTag(@Nullable Iri href, String name) implements Tag {}
