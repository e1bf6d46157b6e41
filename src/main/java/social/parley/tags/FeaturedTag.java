package social.parley.tags;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/**
 * A hashtag on a profile, normalised and as its owner spells it, with how many open posts of theirs
 * carry it and when the last of those was written.
 */
public record FeaturedTag(
    long id, ActorId actorId, String tag, String name, long posts, @Nullable Instant lastAt) {}
