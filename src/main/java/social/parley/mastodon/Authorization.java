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
    return inUse(anyUser(ctx, anyScope));
  }

  /** A person whose account is in use, by a token that comes without a request to the API. */
  public Access user(@Nullable String secret) {
    return inUse(withPerson(valid(check(secret))));
  }

  private static Access inUse(Access access) {
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
    return withPerson(app(ctx, anyScope));
  }

  private static Access withPerson(Access access) {
    if (access.account() == null)
      throw new Refused.Invalid("", "This method requires an authenticated user");
    return access;
  }

  /** A program, with a person or without; no scope given means that any token will do. */
  public Access app(Context ctx, String... anyScope) {
    Access access = valid(present(ctx));
    requireScope(access, anyScope);
    return access;
  }

  private static Access valid(PresentedToken presented) {
    return switch (presented) {
      case PresentedToken.Valid(Access valid) -> valid;
      case PresentedToken.Revoked _ ->
          throw new Refused.Unauthorized("The access token was revoked");
      case PresentedToken.Unknown _ ->
          throw new Refused.Unauthorized("The access token is invalid");
    };
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
    PresentedToken presented = check(secret(ctx));
    ctx.attribute(ATTRIBUTE, presented);
    return presented;
  }

  private PresentedToken check(@Nullable String secret) {
    return secret == null || secret.isEmpty() ? new PresentedToken.Unknown() : tokens.check(secret);
  }

  /** The token that the request shows, as it was given out; empty without one. */
  public String bearer(Context ctx) {
    String secret = secret(ctx);
    return secret == null ? "" : secret;
  }

  private static @Nullable String secret(Context ctx) {
    String bearer = bearer(ctx.header("Authorization"));
    return bearer != null ? bearer : Parameters.of(ctx).text("access_token");
  }

  /** The token in an {@code Authorization} header, if there is one. */
  public static @Nullable String bearer(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).strip()
        : null;
  }
}
