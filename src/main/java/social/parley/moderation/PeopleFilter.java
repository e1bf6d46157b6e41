package social.parley.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Role;
import social.parley.core.ActorId;

/** Which people the staff wants to see; what is null or empty does not matter. */
public record PeopleFilter(
    @Nullable Boolean local,
    @Nullable Status status,
    List<Role> roles,
    @Nullable ActorId invitedBy,
    String username,
    String displayName,
    String domain,
    String email,
    String address) {
  public PeopleFilter {
    roles = List.copyOf(roles);
  }

  /** How somebody stands with this community. */
  public enum Status {
    ACTIVE,
    PENDING,
    DISABLED,
    SILENCED,
    SUSPENDED,
    SENSITIZED
  }
}
