package social.parley.media;

import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.storage.Announcement;

/** A file looks different now, or more is known of it; the post that it is part of, if any. */
public record MediaChanged(@Nullable PostId post) implements Announcement {}
