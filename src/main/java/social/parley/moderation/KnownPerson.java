package social.parley.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Role;
import social.parley.core.ActorId;

/**
 * What the staff may know of somebody: their login if they have one here, what was decided about
 * them, who invited them, and whence they came, the latest first.
 */
public record KnownPerson(
    @Nullable Login login,
    @Nullable Judgement judgement,
    @Nullable ActorId inviter,
    List<Address> addresses) {

  public KnownPerson {
    addresses = List.copyOf(addresses);
  }

  /** How somebody signed up, and whether they may come in. */
  public record Login(
      String email,
      Role role,
      boolean confirmed,
      boolean approved,
      boolean disabled,
      String locale,
      Instant createdAt,
      @Nullable String signUpReason,
      @Nullable Long signUpApplication) {

    /** No e-mail address: this ends up in log lines. */
    @Override
    public String toString() {
      return "Login[" + role + "]";
    }
  }

  /** From where somebody came, and when they last did. */
  public record Address(String address, Instant usedAt) {}
}
