package social.parley.mastodon.notifications;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Paging;
import social.parley.mastodon.Views;
import social.parley.notifications.Markers;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationFilter;
import social.parley.notifications.Notifications;

/** {@code /api/v1/notifications}, and what Pleroma adds to it. */
public final class NotificationsApi implements Endpoints {
  private static final String MARKER = "notifications";

  private final Authorization authorization;
  private final Paging paging;
  private final Notifications notifications;
  private final Markers markers;
  private final NotificationView view;

  public NotificationsApi(
      Views views, Notifications notifications, Markers markers, NotificationView view) {
    this.authorization = views.authorization();
    this.paging = views.paging();
    this.notifications = notifications;
    this.markers = markers;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/notifications", this::list);
    routes.get("/api/v1/notifications/unread_count", this::unreadCount);
    routes.post("/api/v1/notifications/clear", this::clear);
    routes.post("/api/v2/notifications/clear", this::clear);
    routes.post("/api/v1/notifications/dismiss", this::dismissByParameter);
    routes.delete("/api/v1/notifications/destroy_multiple", this::dismissMany);
    routes.get("/api/v1/notifications/{id}", this::show);
    routes.delete("/api/v1/notifications/{id}", this::dismiss);
    routes.post("/api/v1/notifications/{id}/dismiss", this::dismiss);
    routes.post("/api/v1/pleroma/notifications/read", this::read);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Cursor cursor = paging.ids(ctx, 40, 80);
    Page<Notification> page =
        NotificationParameters.filter(ctx)
            .map(filter -> notifications.page(me, filter, cursor))
            .orElseGet(Page::empty);
    paging.link(ctx, page);
    Answers.json(ctx, view.of(me, page.items(), KnownTypes.of(ctx)));
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    ctx.json(one(ctx, me, id(ctx)));
  }

  private NotificationJson one(Context ctx, ActorId me, long id) {
    List<NotificationJson> one =
        view.of(me, List.of(notifications.find(me, id)), KnownTypes.of(ctx));
    if (one.isEmpty()) throw new Refused.NotFound();
    return one.getFirst();
  }

  private void unreadCount(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Optional<NotificationFilter> filter = NotificationParameters.filter(ctx);
    int limit = Parameters.of(ctx).limit("limit", 100, Notifications.COUNT_LIMIT);
    long unread =
        filter.isEmpty()
            ? 0
            : notifications.unread(me, filter.get(), Set.of(), markers.lastRead(me, MARKER), limit);
    ctx.json(Map.of("count", unread));
  }

  private void clear(Context ctx) {
    notifications.clear(authorization.user(ctx, "write:notifications").actor());
    ctx.json(Map.of());
  }

  private void dismiss(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    notifications.dismiss(me, id(ctx));
    ctx.json(Map.of());
  }

  private void dismissByParameter(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    notifications.dismiss(me, Ids.parse(Parameters.of(ctx).text("id", "")));
    ctx.json(Map.of());
  }

  private void dismissMany(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    List<Long> ids = new ArrayList<>();
    for (String id : Parameters.of(ctx).texts("ids")) ids.add(Ids.parse(id));
    notifications.dismiss(me, ids);
    ctx.json(Map.of());
  }

  /** One is marked as seen, or all up to one. */
  private void read(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    Parameters given = Parameters.of(ctx);
    Long id = given.number("id");
    Long upTo = given.number("max_id");
    if (id != null) {
      notifications.see(me, id);
      ctx.json(one(ctx, me, id));
      return;
    }
    if (upTo == null) throw new Refused.Invalid("id", "ERR_BLANK", "can't be blank");
    markers.advance(me, MARKER, upTo);
    Cursor latest = new Cursor(upTo == Long.MAX_VALUE ? upTo : upTo + 1, null, null, 80);
    Page<Notification> page = notifications.page(me, NotificationFilter.ALL, latest);
    Answers.json(ctx, view.of(me, page.items(), KnownTypes.of(ctx)));
  }

  private static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }
}
