package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import social.parley.accounts.Access;
import social.parley.accounts.Account;
import social.parley.accounts.PresentedToken;
import social.parley.core.AccountId;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.RateLimits;

/** What every request to the API passes before its own route: limits, and who may keep answers. */
final class ApiFront implements Endpoints {
  /** What the API is made of; {@code /oauth/authorize} is a page. */
  static final List<String> PATHS =
      List.of("/api/*", "/oauth/token", "/oauth/revoke", "/oauth/userinfo");

  /** What costs this server or others more than an answer does, by method and route. */
  private static final Map<String, Limit> DEAR =
      Map.of(
          "POST /api/v1/media", Limit.MEDIA,
          "POST /api/v2/media", Limit.MEDIA,
          "POST /api/v1/statuses", Limit.POST,
          "POST /api/v1/statuses/{id}/reblog", Limit.POST,
          "DELETE /api/v1/statuses/{id}", Limit.DELETE,
          "POST /api/v1/statuses/{id}/unreblog", Limit.DELETE,
          "POST /api/v1/reports", Limit.REPORT,
          "POST /api/v1/statuses/{id}/translate", Limit.TRANSLATE,
          "POST /api/v1/accounts/{id}/follow", Limit.FOLLOW);

  private static final Pattern PAGING = Pattern.compile("(^|&)(max|min|since)_id=");

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
        admit(ctx, account.id(), access.token().id());
        return;
      }
    }
    limits.address(ctx, Limit.API_ADDRESS);
    if (pages(ctx)) limits.address(ctx, Limit.PAGING_ADDRESS);
  }

  private void admit(Context ctx, AccountId account, long token) {
    limits.account(ctx, Limit.API_ACCOUNT, account);
    limits.token(ctx, Limit.API_TOKEN, token);
    if (pages(ctx)) limits.account(ctx, Limit.PAGING_ACCOUNT, account);
    String route = ctx.method() + " " + ctx.endpoints().matchedHttpEndpoint().path;
    Limit dear = DEAR.get(route);
    if (dear != null) limits.account(ctx, dear, account);
  }

  private static boolean pages(Context ctx) {
    String query = ctx.queryString();
    return query != null && PAGING.matcher(query).find();
  }
}
