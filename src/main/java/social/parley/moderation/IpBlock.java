package social.parley.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses, in CIDR notation, and what may not come from there. */
public record IpBlock(
    long id,
    String range,
    IpSeverity severity,
    String comment,
    Instant createdAt,
    @Nullable Instant expiresAt) {}
