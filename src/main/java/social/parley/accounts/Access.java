package social.parley.accounts;

import org.jspecify.annotations.Nullable;

/** Who is asking: the token shown, the person behind it if there is one, and their program. */
public record Access(Token token, @Nullable Account account, Application application) {

  /** Whether the token was granted this scope, or one that includes it. */
  public boolean covers(String scope) {
    return token.scopes().covers(scope);
  }
}
