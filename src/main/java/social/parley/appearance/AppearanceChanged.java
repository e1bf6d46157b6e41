package social.parley.appearance;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/**
 * A part of the appearance is another one, or as it comes with the program again.
 *
 * @param staff who changed it; null when it was done on the command line
 */
public record AppearanceChanged(@Nullable ActorId staff, Part part, boolean removed)
    implements Announcement {}
