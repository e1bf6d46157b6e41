package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A link to another object in the text (FEP-e232); with some rels it is a quote. */
public record LinkTag(
    Iri href, @Nullable String mediaType, @Nullable String rel, @Nullable String name)
    implements Tag {
  /** True when the link leads to an ActivityPub object. */
  public boolean isObjectLink() {
    return mediaType != null
        && (mediaType.startsWith("application/activity+json")
            || (mediaType.startsWith("application/ld+json")
                && mediaType.contains("https://www.w3.org/ns/activitystreams")));
  }
}
