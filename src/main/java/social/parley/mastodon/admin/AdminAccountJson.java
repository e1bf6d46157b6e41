package social.parley.mastodon.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.AccountJson;

/** The Admin::Account entity: what the staff sees of somebody. */
record AdminAccountJson(
    String id,
    String username,
    @Nullable String domain,
    String createdAt,
    @Nullable String email,
    @Nullable String ip,
    List<Ip> ips,
    @Nullable String locale,
    @Nullable String inviteRequest,
    AccountJson.@Nullable Role role,
    boolean confirmed,
    boolean approved,
    boolean disabled,
    boolean sensitized,
    boolean silenced,
    boolean suspended,
    AccountJson account,
    @JsonInclude(Include.NON_NULL) @Nullable String createdByApplicationId,
    @JsonInclude(Include.NON_NULL) @Nullable String invitedByAccountId) {

  /** An address, and when it was last used. */
  record Ip(String ip, String usedAt) {}
}
