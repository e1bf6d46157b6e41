package social.parley.mastodon.instance;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.mastodon.Authorization;

/**
 * What apps ask for and this server truly has none of: reviews of a year, calls for donations, and
 * riddles for those who sign up.
 */
public final class AbsentApi implements Endpoints {
  private final Authorization authorization;

  public AbsentApi(Authorization authorization) {
    this.authorization = authorization;
  }

  /** The years that have been reviewed, and whom and what that refers to. */
  record AnnualReportsJson(
      List<Object> annualReports, List<Object> accounts, List<Object> statuses) {
    static final AnnualReportsJson NONE = new AnnualReportsJson(List.of(), List.of(), List.of());
  }

  /** How far the review of a year is. */
  record StateJson(String state) {}

  @Override
  public void addTo(RoutesConfig routes) {
    String years = "/api/v1/annual_reports";
    routes.get(years, this::annualReports);
    routes.get(years + "/{year}", ctx -> none(ctx, "read:accounts"));
    routes.get(years + "/{year}/state", this::state);
    routes.post(years + "/{year}/read", ctx -> none(ctx, "write:accounts"));
    routes.post(years + "/{year}/generate", ctx -> none(ctx, "write:accounts"));
    routes.get("/api/v1/donation_campaigns", this::donations);
    routes.get("/api/v1/pleroma/captcha", ctx -> ctx.json(Map.of("type", "none")));
  }

  private void annualReports(Context ctx) {
    authorization.user(ctx, "read:accounts");
    ctx.json(AnnualReportsJson.NONE);
  }

  private void state(Context ctx) {
    authorization.user(ctx, "read:accounts");
    ctx.json(new StateJson("ineligible"));
  }

  private void none(Context ctx, String scope) {
    authorization.user(ctx, scope);
    throw new Refused.NotFound();
  }

  private void donations(Context ctx) {
    authorization.user(ctx);
    ctx.status(204);
  }
}
