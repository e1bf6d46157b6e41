package social.parley.follows;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** How one person stands to another, seen from the first. */
public record Relationship(
    ActorId target,
    boolean following,
    boolean showingBoosts,
    boolean notifying,
    List<String> languages,
    boolean followedBy,
    boolean requested,
    boolean requestedBy,
    boolean blocking,
    boolean blockedBy,
    boolean muting,
    boolean mutingNotifications,
    @Nullable Instant mutingUntil,
    boolean hidingDomain,
    boolean endorsed,
    String note) {}
