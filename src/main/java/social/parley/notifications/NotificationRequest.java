package social.parley.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/** Somebody whose notifications are kept apart: how many, and the latest post among them. */
public record NotificationRequest(
    long id,
    ActorId actorId,
    long count,
    @Nullable PostId lastPostId,
    Instant createdAt,
    Instant updatedAt) {}
