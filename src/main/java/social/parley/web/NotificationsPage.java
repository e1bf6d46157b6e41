package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationFilter;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifications;
import social.parley.notifications.Wording;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** What others did that concerns the visitor; looking at it marks it as read everywhere. */
public final class NotificationsPage implements Endpoints {
  private static final NotificationFilter MENTIONS =
      new NotificationFilter(Set.of(NotificationType.MENTION), Set.of(), null);

  private final Routing routing;
  private final Pages pages;
  private final Notifications notifications;
  private final Unread unread;
  private final Posts posts;
  private final PostViews views;
  private final People people;

  NotificationsPage(
      Routing routing,
      Pages pages,
      Notifications notifications,
      Unread unread,
      Posts posts,
      PostViews views,
      People people) {
    this.routing = routing;
    this.pages = pages;
    this.notifications = notifications;
    this.unread = unread;
    this.posts = posts;
    this.views = views;
    this.people = people;
  }

  /** One thing that somebody did. */
  public record Row(
      long id,
      NotificationType type,
      PersonView person,
      String deed,
      @Nullable PostView post,
      Moment when,
      boolean unread) {}

  /** A piece of the list, all of it or mentions only. */
  public record View(boolean mentions, List<Row> rows, @Nullable String more) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, "/notifications", this::show);
    routing.memberForm(routes, "/notifications/clear", this::clear);
  }

  private void show(Context ctx, Visitor visitor) {
    boolean mentions = "mentions".equals(Parameters.of(ctx).text("only"));
    NotificationFilter filter = mentions ? MENTIONS : NotificationFilter.ALL;
    Function<Cursor, Page<Notification>> list = at -> notifications.page(visitor.id(), filter, at);
    Page<Notification> page = list.apply(Feeds.cursor(ctx, Feeds.LENGTH));
    long lastRead = unread.lastRead(visitor.id());
    View view =
        new View(
            mentions,
            rows(visitor, page.items(), lastRead),
            Feeds.more(ctx, page, Feeds.LENGTH, list));
    if (!mentions && page.newest().isPresent())
      unread.readUpTo(visitor.id(), page.newest().getAsLong());
    if (Feeds.isContinuation(ctx)) pages.part(ctx, "notifications", "list", view);
    else pages.show(ctx, Head.of("Notifications").at(Nav.NOTIFICATIONS), "notifications", view);
  }

  private List<Row> rows(Visitor visitor, List<Notification> list, long lastRead) {
    Map<ActorId, PersonView> who = new HashMap<>();
    for (PersonView person : people.of(list.stream().map(Notification::actorId).toList()))
      who.put(person.id(), person);
    List<PostId> ids =
        list.stream().map(Notification::postId).filter(Objects::nonNull).distinct().toList();
    Map<PostId, PostView> shown = new HashMap<>();
    List<Post> seen = posts.visibleInOrder(visitor.id(), ids);
    for (PostView view : views.of(visitor, seen, FilterContext.NOTIFICATIONS))
      shown.put(view.key(), view);
    List<Row> rows = new ArrayList<>();
    for (Notification one : list) {
      PersonView person = who.get(one.actorId());
      PostView post = one.postId() == null ? null : shown.get(one.postId());
      if (person == null || (one.postId() != null && post == null)) continue;
      rows.add(
          new Row(
              one.id(),
              one.type(),
              person,
              Wording.deed(one),
              post,
              views.moment(one.createdAt()),
              one.id() > lastRead));
    }
    return rows;
  }

  private void clear(Context ctx, Visitor visitor) {
    notifications.clear(visitor.id());
    LocalPath.go(ctx, "/notifications");
  }
}
