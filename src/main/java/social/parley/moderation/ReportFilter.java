package social.parley.moderation;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** Which reports are wanted: open or resolved ones or, by null, both, of and about anybody. */
public record ReportFilter(
    @Nullable Boolean resolved, @Nullable ActorId reporter, @Nullable ActorId target) {}
