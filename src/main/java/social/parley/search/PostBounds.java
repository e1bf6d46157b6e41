package social.parley.search;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** Which part of the posts found is wanted; ids bound it exclusively. */
public record PostBounds(@Nullable ActorId author, long above, long below, int offset, int limit) {}
