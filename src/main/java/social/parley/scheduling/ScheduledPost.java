package social.parley.scheduling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.posts.Draft;

/**
 * A draft that waits for its time.
 *
 * @param applicationId the program it was written with
 * @param failedAt when publishing it was given up; null as long as it is going to happen
 * @param failure what went wrong when it was last tried
 */
public record ScheduledPost(
    long id,
    ActorId author,
    Instant dueAt,
    Draft draft,
    @Nullable Long applicationId,
    @Nullable Instant failedAt,
    @Nullable String failure) {}
