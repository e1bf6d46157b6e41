package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** An actor named in the text; the name may lack the domain (Misskey), so only href counts. */
public record MentionTag(Iri href, @Nullable String name) implements Tag {}
