package social.parley.accounts;

import java.time.Instant;
import social.parley.core.AccountId;

/** A browser in which a person is logged in; the secret of its cookie is not kept. */
public record Session(
    long id,
    AccountId account,
    String browser,
    String address,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt) {}
