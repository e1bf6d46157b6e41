package social.parley.trends;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What staff has said about something; not allowed and not forbidden means nothing yet. */
public record Review(
    TrendKind kind,
    String subject,
    long id,
    @Nullable Boolean allowed,
    Instant requestedAt,
    @Nullable Instant reviewedAt) {}
