package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.notifications.Markers;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationFilter;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifications;
import social.parley.posts.Posts;

/** {@code /api/v1/notifications}. */
final class NotificationsApi implements Endpoints {
  private final Authorization authorization;
  private final Notifications notifications;
  private final Markers markers;
  private final Posts posts;
  private final StatusView statuses;
  private final AccountView accounts;
  private final Paging paging;

  NotificationsApi(
      Authorization authorization,
      Notifications notifications,
      Markers markers,
      Posts posts,
      StatusView statuses,
      AccountView accounts,
      Paging paging) {
    this.authorization = authorization;
    this.notifications = notifications;
    this.markers = markers;
    this.posts = posts;
    this.statuses = statuses;
    this.accounts = accounts;
    this.paging = paging;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/notifications", this::list);
    routes.get("/api/v1/notifications/unread_count", this::unreadCount);
    routes.post("/api/v1/notifications/clear", this::clear);
    routes.post("/api/v1/notifications/dismiss", this::dismissByParameter);
    routes.get("/api/v1/notifications/{id}", this::show);
    routes.post("/api/v1/notifications/{id}/dismiss", this::dismiss);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Optional<NotificationFilter> filter = filter(ctx);
    Page<Notification> page =
        filter.isEmpty()
            ? Page.empty()
            : notifications.page(me, filter.get(), paging.ids(ctx, 40, 80));
    paging.link(ctx, page);
    Answers.json(ctx, render(me, page.items()));
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    List<NotificationJson> one = render(me, List.of(notifications.find(me, id(ctx))));
    if (one.isEmpty()) throw new Refused.NotFound();
    ctx.json(one.getFirst());
  }

  private void unreadCount(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Markers.Marker marker = markers.read(me, List.of("notifications")).get("notifications");
    long unread = notifications.unread(me, marker == null ? 0 : marker.lastReadId());
    int limit = Parameters.of(ctx).limit("limit", 100, Notifications.COUNT_LIMIT);
    ctx.json(Map.of("count", Math.min(unread, limit)));
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
    notifications.dismiss(me, PostId.parse(Parameters.of(ctx).text("id", "")).value());
    ctx.json(Map.of());
  }

  /** Empty when only types are asked for that do not exist here. */
  private static Optional<NotificationFilter> filter(Context ctx) {
    Parameters given = Parameters.of(ctx);
    List<String> asked = given.texts("types");
    Set<NotificationType> types = types(asked);
    if (!asked.isEmpty() && types.isEmpty()) return Optional.empty();
    String from = given.text("account_id", "");
    return Optional.of(
        new NotificationFilter(
            types,
            types(given.texts("exclude_types")),
            from.isEmpty() ? null : ActorId.parse(from)));
  }

  private static Set<NotificationType> types(List<String> names) {
    return names.stream()
        .map(NotificationJson::type)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** Leaves out what has become invisible to the recipient. */
  private List<NotificationJson> render(ActorId me, List<Notification> list) {
    Set<PostId> wanted = new LinkedHashSet<>();
    Set<ActorId> people = new LinkedHashSet<>();
    for (Notification one : list) {
      people.add(one.actorId());
      if (one.postId() != null) wanted.add(one.postId());
    }
    Map<String, StatusJson> shown = new HashMap<>();
    for (StatusJson status : statuses.of(me, posts.visibleInOrder(me, List.copyOf(wanted))))
      shown.put(status.id(), status);
    Map<String, AccountJson> known = new HashMap<>();
    accounts.of(people).forEach(account -> known.put(account.id(), account));
    return list.stream()
        .flatMap(one -> {
          AccountJson account = known.get(one.actorId().toString());
          PostId post = one.postId();
          StatusJson status = post == null ? null : shown.get(post.toString());
          if (account == null || (post != null && status == null)) return Stream.empty();
          return Stream.of(
              new NotificationJson(
                  Long.toString(one.id()),
                  NotificationJson.name(one.type()),
                  ApiDates.of(one.createdAt()),
                  "ungrouped-" + one.id(),
                  account,
                  status));
        })
        .toList();
  }

  private static long id(Context ctx) {
    return PostId.parse(ctx.pathParam("id")).value();
  }
}
