package social.parley.mastodon.notifications;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Paging;
import social.parley.mastodon.Views;
import social.parley.notifications.Markers;
import social.parley.notifications.NotificationGroup;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifications;

/** {@code /api/v2/notifications}: many of a kind are shown as one. */
public final class GroupsApi implements Endpoints {
  private final Authorization authorization;
  private final Views views;
  private final Paging paging;
  private final Notifications notifications;
  private final Markers markers;
  private final NotificationView view;

  public GroupsApi(
      Views views, Notifications notifications, Markers markers, NotificationView view) {
    this.authorization = views.authorization();
    this.views = views;
    this.paging = views.paging();
    this.notifications = notifications;
    this.markers = markers;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/notifications", this::list);
    routes.get("/api/v2/notifications/unread_count", this::unreadCount);
    routes.get("/api/v2/notifications/{group}", this::show);
    routes.get("/api/v2/notifications/{group}/accounts", this::accounts);
    routes.post("/api/v2/notifications/{group}/dismiss", this::dismiss);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    boolean partial =
        switch (Parameters.of(ctx).text("expand_accounts", "full")) {
          case "full", "" -> false;
          case "partial_avatars" -> true;
          default ->
              throw new BadRequestResponse("expand_accounts must be full or partial_avatars");
        };
    Set<NotificationType> grouped = NotificationParameters.grouped(ctx);
    Cursor cursor = paging.ids(ctx, 40, 80);
    Page<NotificationGroup> page =
        NotificationParameters.filter(ctx)
            .map(filter -> notifications.groups(me, filter, grouped, cursor))
            .orElseGet(Page::empty);
    paging.link(ctx, page);
    Answers.json(ctx, view.of(me, page.items(), KnownTypes.of(ctx), partial));
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    NotificationGroup group = notifications.group(me, ctx.pathParam("group"));
    NotificationGroupJson.Results results = view.of(me, List.of(group), KnownTypes.of(ctx), false);
    if (results.notificationGroups().isEmpty()) throw new Refused.NotFound();
    ctx.json(results);
  }

  private void accounts(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Page<ActorId> page =
        notifications.people(me, ctx.pathParam("group"), paging.hidden(ctx, 40, 80));
    paging.link(ctx, page);
    ctx.json(views.accounts().of(page.items()));
  }

  private void dismiss(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    notifications.dismissGroup(me, ctx.pathParam("group"));
    ctx.json(Map.of());
  }

  private void unreadCount(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Set<NotificationType> grouped = NotificationParameters.grouped(ctx);
    int limit = Parameters.of(ctx).limit("limit", 100, Notifications.COUNT_LIMIT);
    long lastRead = markers.lastRead(me, "notifications");
    long unread =
        NotificationParameters.filter(ctx)
            .map(filter -> notifications.unread(me, filter, grouped, lastRead, limit))
            .orElse(0L);
    ctx.json(Map.of("count", unread));
  }
}
