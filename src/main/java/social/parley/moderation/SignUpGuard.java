package social.parley.moderation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.SignUp;
import social.parley.accounts.SignUpRule;
import social.parley.core.Refused;

/** Keeps out those whose address, of either kind, is blocked. */
public final class SignUpGuard implements SignUpRule {
  private final IpBlocks addresses;
  private final EmailDomains domains;
  private final CanonicalEmails emails;

  public SignUpGuard(IpBlocks addresses, EmailDomains domains, CanonicalEmails emails) {
    this.addresses = addresses;
    this.domains = domains;
    this.emails = emails;
  }

  @Override
  public List<Refused.Problem> check(SignUp wish) {
    IpSeverity severity = severity(wish.address());
    if (severity == IpSeverity.SIGN_UP_BLOCK || severity == IpSeverity.NO_ACCESS)
      throw new Refused.Forbidden("This action is not allowed");
    List<Refused.Problem> problems = new ArrayList<>();
    if (wish.email().indexOf('@') < 1) return problems;
    Optional<EmailDomains.Blocked> domain = domains.of(wish.email());
    domain.ifPresent(blocked -> domains.tried(blocked, wish.address()));
    boolean refused = domain.isPresent() && !domain.get().allowWithApproval();
    if (refused || !emails.matching(wish.email()).isEmpty())
      problems.add(
          new Refused.Problem("email", "ERR_BLOCKED", "is from a provider that is not allowed"));
    return problems;
  }

  @Override
  public boolean needsApproval(SignUp wish) {
    return severity(wish.address()) == IpSeverity.SIGN_UP_REQUIRES_APPROVAL
        || (wish.email().indexOf('@') > 0
            && domains
                .of(wish.email())
                .filter(EmailDomains.Blocked::allowWithApproval)
                .isPresent());
  }

  private @Nullable IpSeverity severity(@Nullable InetAddress address) {
    return address == null ? null : addresses.severity(address);
  }
}
