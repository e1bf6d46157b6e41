package social.parley.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/** One thing that somebody did and another should hear about. */
public record Notification(
    long id,
    ActorId recipientId,
    NotificationType type,
    ActorId actorId,
    @Nullable PostId postId,
    Instant createdAt) {}
