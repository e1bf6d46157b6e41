package social.parley.accounts;

/** A new program with its secret, which is shown this once. */
public record RegisteredApplication(Application application, String secret) {

  /** No secrets in log lines. */
  @Override
  public String toString() {
    return "RegisteredApplication[" + application.id() + "]";
  }
}
