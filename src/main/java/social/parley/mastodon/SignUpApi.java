package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import social.parley.accounts.Access;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.accounts.EmailConfirmation;
import social.parley.accounts.SignUp;
import social.parley.accounts.Tokens;
import social.parley.core.Refused;
import social.parley.http.ClientAddress;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;

/** {@code POST /api/v1/accounts} and {@code /api/v1/emails}: people sign up from an app. */
final class SignUpApi implements Endpoints {
  private final Authorization authorization;
  private final Accounts accounts;
  private final Tokens tokens;
  private final EmailConfirmation confirmation;
  private final RateLimits limits;

  SignUpApi(
      Authorization authorization,
      Accounts accounts,
      Tokens tokens,
      EmailConfirmation confirmation,
      RateLimits limits) {
    this.authorization = authorization;
    this.accounts = accounts;
    this.tokens = tokens;
    this.confirmation = confirmation;
    this.limits = limits;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/accounts", this::signUp);
    routes.post("/api/v1/emails/confirmations", this::resend);
    routes.get("/api/v1/emails/check_confirmation", this::check);
  }

  private void signUp(Context ctx) {
    Access access = authorization.app(ctx, "write:accounts");
    if (access.account() != null)
      throw new Refused.Forbidden("This method is only for applications without a user");
    limits.address(ctx, Limit.SIGN_UP);
    Parameters given = Parameters.of(ctx);
    Account account =
        accounts.signUp(
            new SignUp(
                given.text("username", ""),
                given.text("email", ""),
                given.text("password", ""),
                given.flag("agreement", false),
                given.text("reason", ""),
                given.text("invite_code", ""),
                given.text("locale", ""),
                access.application(),
                ClientAddress.of(ctx).address()));
    ctx.json(
        TokenJson.of(tokens.issue(access.application(), account.id(), access.token().scopes())));
  }

  private void resend(Context ctx) {
    Access access = authorization.anyUser(ctx, "write:accounts");
    Account account = access.person();
    Long signUpApplication = account.signUpApplication();
    if (signUpApplication == null || signUpApplication != access.application().id())
      throw new Refused.Forbidden(
          "This method is only available to the application the user originally signed-up with");
    limits.account(ctx, Limit.SIGN_UP, account.id());
    confirmation.resend(account, Parameters.of(ctx).text("email"));
    ctx.json(Map.of());
  }

  private void check(Context ctx) {
    ctx.json(authorization.anyUser(ctx, "read:accounts").person().confirmed());
  }
}
