package social.parley.accounts;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What somebody who wants an account has filled in; blanks stand for what was left out. */
public record SignUp(
    String username,
    String email,
    String password,
    boolean agreement,
    String reason,
    String inviteCode,
    String locale,
    @Nullable Application application,
    @Nullable InetAddress address) {

  /** No secrets and no addresses in log lines. */
  @Override
  public String toString() {
    return "SignUp[" + username + "]";
  }
}
