package social.parley.mastodon;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.PresentedToken;
import social.parley.accounts.Tokens;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.http.Parameters;

/** Who asks, by the token they show, and whether they may. */
public final class Authorization {
  private static final String ATTRIBUTE = "parley.presented-token";
  private final Tokens tokens;

  Authorization(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A person with this scope whose account is in use. */
  public Access user(Context ctx, String... anyScope) {
    Access access = anyUser(ctx, anyScope);
    switch (access.person().state()) {
      case ACTIVE -> {}
      case UNCONFIRMED ->
          throw new Refused.Forbidden("Your login is missing a confirmed e-mail address");
      case PENDING -> throw new Refused.Forbidden("Your login is currently pending approval");
      case DISABLED -> throw new Refused.Forbidden("Your login is currently disabled");
    }
    return access;
  }

  /** A person with this scope, even if they may not use their account yet. */
  public Access anyUser(Context ctx, String... anyScope) {
    Access access = app(ctx, anyScope);
    if (access.account() == null)
      throw new Refused.Invalid("", "This method requires an authenticated user");
    return access;
  }

  /** A program, with a person or without; no scope given means that any token will do. */
  public Access app(Context ctx, String... anyScope) {
    Access access =
        switch (present(ctx)) {
          case PresentedToken.Valid(Access valid) -> valid;
          case PresentedToken.Revoked _ ->
              throw new Refused.Unauthorized("The access token was revoked");
          case PresentedToken.Unknown _ ->
              throw new Refused.Unauthorized("The access token is invalid");
        };
    requireScope(access, anyScope);
    return access;
  }

  /**
   * The person who looks at something that everybody may look at; null for strangers. A token that
   * was never given out is no harm here, but one that was must count and cover the scope, if any.
   */
  public @Nullable ActorId viewer(Context ctx, String... anyScope) {
    return switch (present(ctx)) {
      case PresentedToken.Unknown _ -> null;
      case PresentedToken.Revoked _ ->
          throw new Refused.Unauthorized("The access token was revoked");
      case PresentedToken.Valid(Access access) -> {
        requireScope(access, anyScope);
        Account account = access.account();
        boolean active = account != null && account.state() == AccountState.ACTIVE;
        yield active ? access.actor() : null;
      }
    };
  }

  private static void requireScope(Access access, String... anyScope) {
    if (anyScope.length == 0) return;
    for (String scope : anyScope) if (access.covers(scope)) return;
    throw new Refused.Forbidden("This action is outside the authorized scopes");
  }

  /** What the request shows, looked up once. */
  public PresentedToken present(Context ctx) {
    PresentedToken known = ctx.attribute(ATTRIBUTE);
    if (known != null) return known;
    String secret = secret(ctx);
    PresentedToken presented =
        secret == null || secret.isEmpty() ? new PresentedToken.Unknown() : tokens.check(secret);
    ctx.attribute(ATTRIBUTE, presented);
    return presented;
  }

  /** The token that the request shows, as it was given out; empty without one. */
  public String bearer(Context ctx) {
    String secret = secret(ctx);
    return secret == null ? "" : secret;
  }

  private static @Nullable String secret(Context ctx) {
    String header = ctx.header("Authorization");
    if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7))
      return header.substring(7).strip();
    return Parameters.of(ctx).text("access_token");
  }
}
