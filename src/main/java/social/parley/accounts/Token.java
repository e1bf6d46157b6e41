package social.parley.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;

/** A right to act, held by a program, for a person or for itself; the secret itself is not kept. */
public record Token(
    long id,
    long application,
    @Nullable AccountId account,
    Scopes scopes,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
