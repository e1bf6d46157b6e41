package social.parley.moderation;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** Which reports are wanted. */
public record ReportFilter(
    boolean resolved, @Nullable ActorId reporter, @Nullable ActorId target) {}
