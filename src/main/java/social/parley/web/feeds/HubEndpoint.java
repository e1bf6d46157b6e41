package social.parley.web.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;
import social.parley.websub.Hub;
import social.parley.websub.HubRequest;

/** Takes requests to be told of news in feeds (W3C WebSub, section 5.1). */
public final class HubEndpoint implements Endpoints {
  // Each costs us a request to somebody else.
  private static final Limit HUB = new Limit("hub", 60, Duration.ofMinutes(5));

  private final RateLimits limits;
  private final Hub hub;

  public HubEndpoint(RateLimits limits, Hub hub) {
    this.limits = limits;
    this.hub = hub;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/hub", this::ask);
  }

  private void ask(Context ctx) {
    limits.address(ctx, HUB);
    try {
      Parameters form = Parameters.of(ctx);
      hub.ask(
          HubRequest.of(
              form.text("hub.mode"),
              form.text("hub.topic"),
              form.text("hub.callback"),
              form.text("hub.secret"),
              form.number("hub.lease_seconds")));
      ctx.status(202);
    } catch (Refused.Invalid wrong) {
      refuse(ctx, 400, wrong);
    } catch (Refused.Forbidden unwelcome) {
      refuse(ctx, 403, unwelcome);
    } catch (Refused.NotFound unknown) {
      refuse(ctx, 404, unknown);
    } catch (Refused.Unavailable full) {
      refuse(ctx, 503, full);
    }
  }

  /** In words for programs, where pages would answer a page. */
  private static void refuse(Context ctx, int status, Refused refused) {
    ctx.status(status).contentType("text/plain; charset=utf-8").result(refused.reason());
  }
}
