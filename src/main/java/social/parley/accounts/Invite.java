package social.parley.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;

/** A code that lets its holder sign up without waiting, a number of times or for a while. */
public record Invite(
    long id,
    String code,
    @Nullable AccountId creator,
    @Nullable Integer maxUses,
    int uses,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    Instant createdAt) {

  public boolean isUsable(Instant now) {
    return revokedAt == null
        && (expiresAt == null || now.isBefore(expiresAt))
        && (maxUses == null || uses < maxUses);
  }
}
