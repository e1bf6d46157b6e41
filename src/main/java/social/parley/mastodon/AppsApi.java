package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import social.parley.accounts.Applications;
import social.parley.accounts.NewApplication;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;

/** {@code /api/v1/apps}: programs introduce themselves. */
final class AppsApi implements Endpoints {
  private final Authorization authorization;
  private final Applications applications;
  private final RateLimits limits;
  private final Supplier<String> vapidKey;

  AppsApi(
      Authorization authorization,
      Applications applications,
      RateLimits limits,
      Supplier<String> vapidKey) {
    this.authorization = authorization;
    this.applications = applications;
    this.limits = limits;
    this.vapidKey = vapidKey;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/apps", this::register);
    routes.get("/api/v1/apps/verify_credentials", this::verify);
  }

  private void register(Context ctx) {
    limits.address(ctx, Limit.APP);
    Parameters given = Parameters.of(ctx);
    List<String> redirects = given.texts("redirect_uris");
    NewApplication wish =
        new NewApplication(
            given.text("client_name", ""),
            redirects.isEmpty() ? given.texts("redirect_uri") : redirects,
            String.join(" ", given.texts("scopes")),
            given.text("website"));
    ctx.json(ApplicationJson.of(applications.register(wish), vapidKey.get()));
  }

  private void verify(Context ctx) {
    ctx.json(ApplicationJson.of(authorization.app(ctx).application(), vapidKey.get()));
  }
}
