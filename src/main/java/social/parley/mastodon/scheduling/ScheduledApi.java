package social.parley.mastodon.scheduling;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.Views;
import social.parley.scheduling.ScheduledPost;
import social.parley.scheduling.ScheduledPosts;

/** {@code /api/v1/scheduled_statuses}: what somebody has waiting. */
public final class ScheduledApi implements Endpoints {
  private final Views views;
  private final ScheduledPosts scheduled;
  private final ScheduledView view;

  public ScheduledApi(Views views, ScheduledPosts scheduled, ScheduledView view) {
    this.views = views;
    this.scheduled = scheduled;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/scheduled_statuses", this::list);
    routes.get("/api/v1/scheduled_statuses/{id}", this::show);
    routes.put("/api/v1/scheduled_statuses/{id}", this::move);
    routes.patch("/api/v1/scheduled_statuses/{id}", this::move);
    routes.delete("/api/v1/scheduled_statuses/{id}", this::cancel);
  }

  private void list(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:statuses").actor();
    Page<ScheduledPost> page = scheduled.page(me, views.paging().ids(ctx, 20, 40));
    views.paging().link(ctx, page);
    ctx.json(view.of(me, page.items()));
  }

  private void show(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:statuses").actor();
    ctx.json(view.of(scheduled.own(me, id(ctx))));
  }

  private void move(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:statuses").actor();
    Instant at = ApiDates.given(ctx, "scheduled_at");
    if (at == null) throw new Refused.Invalid("scheduled_at", "ERR_BLANK", "can't be blank");
    ctx.json(view.of(scheduled.move(me, id(ctx), at)));
  }

  private void cancel(Context ctx) {
    scheduled.cancel(views.authorization().user(ctx, "write:statuses").actor(), id(ctx));
    ctx.json(Map.of());
  }

  private static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }
}
