package social.parley.moderation;

import java.time.Instant;

/** A domain that this community deals with where it deals only with some. */
public record DomainAllow(long id, String domain, Instant createdAt) {}
