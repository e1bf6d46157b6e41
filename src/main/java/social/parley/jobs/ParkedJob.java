package social.parley.jobs;

import java.time.Instant;

/** A job that failed so often that only a person can send it on. */
public record ParkedJob(
    long id, String kind, String payload, int attempts, String reason, Instant parkedAt) {}
