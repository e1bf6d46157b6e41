package social.parley.accounts;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** Who is asking: the token shown, the person behind it if there is one, and their program. */
public record Access(Token token, @Nullable Account account, Application application) {

  /** Whether the token was granted this scope, or one that includes it. */
  public boolean covers(String scope) {
    return token.scopes().covers(scope);
  }

  /** The person, where there must be one. */
  public Account person() {
    if (account == null) throw new IllegalStateException("a token without a person");
    return account;
  }

  /** The person's actor, where there must be one. */
  public ActorId actor() {
    return person().actor();
  }
}
