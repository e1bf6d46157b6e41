package social.parley.federation;

import java.time.Instant;

/** Something that came in and was turned away, and why. */
public record Refusal(long id, String host, String reason, Instant refusedAt) {}
