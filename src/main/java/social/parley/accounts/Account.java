package social.parley.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;
import social.parley.core.ActorId;

/** A local person's login: who they are to this server, not what others see of them. */
public record Account(
    AccountId id,
    ActorId actor,
    String email,
    Role role,
    boolean confirmed,
    boolean approved,
    boolean disabled,
    boolean suspended,
    String locale,
    Preferences preferences,
    Instant createdAt,
    @Nullable Instant lastActiveAt,
    @Nullable String signUpReason,
    @Nullable Long signUpApplication) {

  /** Whether the staff keeps the person out. */
  public boolean isShut() {
    return disabled || suspended;
  }

  /** What keeps the person from using the account, if anything. */
  public AccountState state() {
    if (disabled || suspended) return AccountState.DISABLED;
    if (!confirmed) return AccountState.UNCONFIRMED;
    return approved ? AccountState.ACTIVE : AccountState.PENDING;
  }

  /** No e-mail address: this ends up in log lines. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
