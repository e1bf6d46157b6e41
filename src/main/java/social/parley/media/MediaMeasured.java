package social.parley.media;

import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.storage.Announcement;

/** A file of another server has been seen, so that its size and colours are known now. */
public record MediaMeasured(@Nullable PostId post) implements Announcement {}
