package social.parley.web.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.HttpServer;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;
import social.parley.signatures.HubSignature;
import social.parley.syndication.FeedHubs;

/**
 * Where hubs of other sites ask whether we mean it, and send what is new in feeds (WebSub 5, 7).
 */
public final class FeedCallback implements Endpoints {
  private static final Limit CALLBACK = new Limit("feed-callback", 120, Duration.ofMinutes(5));

  private final RateLimits limits;
  private final FeedHubs hubs;

  public FeedCallback(RateLimits limits, FeedHubs hubs) {
    this.limits = limits;
    this.hubs = hubs;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(FeedHubs.PATH + "{key}", this::confirm);
    routes.post(FeedHubs.PATH + "{key}", this::receive);
  }

  private void confirm(Context ctx) {
    limits.address(ctx, CALLBACK);
    Parameters query = Parameters.of(ctx);
    hubs.confirm(
        ctx.pathParam("key"),
        query.text("hub.mode", ""),
        query.text("hub.topic", ""),
        query.number("hub.lease_seconds"));
    ctx.contentType("text/plain; charset=utf-8").result(query.text("hub.challenge", ""));
  }

  private void receive(Context ctx) {
    limits.host(ctx, CALLBACK, ctx.pathParam("key"));
    byte[] body = ctx.bodyAsBytes();
    if (body.length > HttpServer.BODY_LIMIT) {
      ctx.status(413);
      return;
    }
    try {
      hubs.receive(ctx.pathParam("key"), ctx.header(HubSignature.HEADER), body);
      ctx.status(202);
    } catch (Refused.Gone unwanted) {
      ctx.status(410);
    } catch (Refused.Forbidden forged) {
      ctx.status(403);
    }
  }
}
