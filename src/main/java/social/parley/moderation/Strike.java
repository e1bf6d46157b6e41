package social.parley.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** A decision about somebody here as it was told to them, kept for good. */
public record Strike(
    long id,
    ActorId targetId,
    @Nullable ActorId staffId,
    Sanction action,
    String text,
    @Nullable Long reportId,
    Instant createdAt) {}
