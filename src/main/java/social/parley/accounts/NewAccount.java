package social.parley.accounts;

/** An account as an administrator makes it: confirmed and approved from the start. */
public record NewAccount(String username, String email, String password, Role role) {

  /** No secrets and no addresses in log lines. */
  @Override
  public String toString() {
    return "NewAccount[" + username + ", " + role + "]";
  }
}
