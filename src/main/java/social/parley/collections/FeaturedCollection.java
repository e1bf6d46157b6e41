package social.parley.collections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/**
 * A collection as its owner describes it; one that is not discoverable is for those only who are
 * told of it. The tag has no sign.
 */
public record FeaturedCollection(
    CollectionId id,
    ActorId ownerId,
    Iri iri,
    String name,
    String description,
    @Nullable String language,
    @Nullable String tag,
    boolean sensitive,
    boolean discoverable,
    Instant createdAt,
    Instant updatedAt) {}
