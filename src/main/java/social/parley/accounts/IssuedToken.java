package social.parley.accounts;

/** A new token with its secret, which is shown this once. */
public record IssuedToken(Token token, String secret) {

  /** No secrets in log lines. */
  @Override
  public String toString() {
    return "IssuedToken[" + token.id() + "]";
  }
}
