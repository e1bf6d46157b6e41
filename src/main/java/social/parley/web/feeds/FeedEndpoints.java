package social.parley.web.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import social.parley.actors.Actor;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.RateLimits;

/** Serves feeds beside the pages that show the same: {@code /@name.rss}, {@code /tags/tag.atom}. */
public final class FeedEndpoints implements Endpoints {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final RateLimits limits;
  private final FeedTopics topics;

  public FeedEndpoints(RateLimits limits, FeedTopics topics) {
    this.limits = limits;
    this.topics = topics;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (FeedForm form : FeedForm.values()) {
      routes.get("/@{name}." + form.ending(), ctx -> answer(ctx, form, this::person));
      routes.get(
          "/tags/{tag}." + form.ending(),
          ctx -> answer(ctx, form, asked -> topics.tag(asked.pathParam("tag"))));
    }
  }

  private void answer(Context ctx, FeedForm form, Function<Context, Feed> source) {
    limits.address(ctx, Limit.PAGE_ADDRESS);
    Feed feed = source.apply(ctx);
    byte[] body = form.write(feed);
    Caching.shared(ctx, KEPT);
    ctx.header(
        "Link", "<%s>; rel=\"hub\", <%s>; rel=\"self\"".formatted(feed.hub(), form.address(feed)));
    if (Caching.unchanged(ctx, UUID.nameUUIDFromBytes(body).toString())) return;
    ctx.contentType(form.contentType()).result(body);
  }

  private Feed person(Context ctx) {
    Actor actor = topics.actor(ctx.pathParam("name"));
    if (!actor.indexable()) ctx.header("X-Robots-Tag", "noindex");
    return topics.person(actor);
  }
}
