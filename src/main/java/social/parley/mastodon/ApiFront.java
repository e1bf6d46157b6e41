package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.accounts.Access;
import social.parley.accounts.Account;
import social.parley.accounts.PresentedToken;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.RateLimits;

/** What every request to the API passes before its own route: limits, and who may keep answers. */
final class ApiFront implements Endpoints {
  /** What the API is made of; {@code /oauth/authorize} is a page. */
  static final List<String> PATHS =
      List.of("/api/*", "/oauth/token", "/oauth/revoke", "/oauth/userinfo");

  private final Authorization authorization;
  private final RateLimits limits;

  ApiFront(Authorization authorization, RateLimits limits) {
    this.authorization = authorization;
    this.limits = limits;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (String path : PATHS) routes.beforeMatched(path, this::admit);
  }

  private void admit(Context ctx) {
    ctx.res().addHeader("Vary", "Authorization, Origin");
    Caching.never(ctx);
    if (authorization.present(ctx) instanceof PresentedToken.Valid(Access access)) {
      Account account = access.account();
      if (account != null) {
        limits.account(ctx, Limit.API_ACCOUNT, account.id());
        return;
      }
    }
    limits.address(ctx, Limit.API_ADDRESS);
  }
}
