package social.parley.web;

import static social.parley.web.Sentence.rich;
import static social.parley.words.Words.say;

import gg.jte.Content;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import social.parley.notifications.NotificationGroup;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifications;
import social.parley.notifications.Wording;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/**
 * What others did that concerns the visitor, many of a kind as one; looking at it marks it as read
 * everywhere.
 */
public final class NotificationsPage implements Endpoints {
  private static final NotificationFilter MENTIONS =
      new NotificationFilter(Set.of(NotificationType.MENTION), Set.of(), null);

  private static final Set<NotificationType> GROUPED = grouped();

  private final PageParts parts;
  private final Notifications notifications;
  private final Unread unread;
  private final Posts posts;

  NotificationsPage(PageParts parts, Notifications notifications, Unread unread, Posts posts) {
    this.parts = parts;
    this.notifications = notifications;
    this.unread = unread;
    this.posts = posts;
  }

  private static Set<NotificationType> grouped() {
    Set<NotificationType> types = EnumSet.allOf(NotificationType.class);
    types.removeIf(type -> !type.isGrouped());
    return types;
  }

  /**
   * One thing that somebody did, or several people; {@code people} are the latest few of {@code
   * count}, and {@code request} is what waits for the visitor's agreement, if it is that.
   */
  public record Row(
      NotificationType type,
      List<PersonView> people,
      long count,
      String emoji,
      @Nullable PostView post,
      Moment when,
      boolean unread,
      @Nullable Long request) {
    /** Who did it latest. */
    public PersonView person() {
      return people.getFirst();
    }

    /** How many did it besides those who are named. */
    public long others() {
      return Math.max(0, count - named().size());
    }

    /** What they did, with the names in their place. */
    public Html line(Content names) {
      return rich(Wording.key(type), names, count, emoji);
    }

    /** Those whose names are said, two at most. */
    public List<PersonView> named() {
      return people.subList(0, Math.min(2, people.size()));
    }
  }

  /** A piece of the list, all of it or mentions only. */
  public record View(boolean mentions, List<Row> rows, @Nullable String more) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/notifications", this::show);
    parts.routing().memberPage(routes, "/notifications/unread", this::count);
    parts.routing().memberForm(routes, "/notifications/clear", this::clear);
  }

  private void show(Context ctx, Visitor visitor) {
    boolean mentions = "mentions".equals(Parameters.of(ctx).text("only"));
    NotificationFilter filter = mentions ? MENTIONS : NotificationFilter.ALL;
    Function<Cursor, Page<NotificationGroup>> list =
        at -> notifications.groups(visitor.id(), filter, GROUPED, at);
    Page<NotificationGroup> page = list.apply(Feeds.cursor(ctx, Feeds.LENGTH));
    long lastRead = unread.lastRead(visitor.id());
    View view =
        new View(
            mentions,
            rows(visitor, page.items(), lastRead),
            Feeds.more(ctx, page, Feeds.LENGTH, list));
    if (!mentions && page.newest().isPresent())
      unread.readUpTo(visitor.id(), page.newest().getAsLong());
    if (Feeds.isContinuation(ctx)) parts.pages().part(ctx, "notifications", "list", view);
    else
      parts
          .pages()
          .show(
              ctx, Head.of(say("nav.notifications")).at(Nav.NOTIFICATIONS), "notifications", view);
  }

  private List<Row> rows(Visitor visitor, List<NotificationGroup> list, long lastRead) {
    Map<ActorId, PersonView> who = people(list);
    Map<PostId, PostView> shown = posts(visitor, list);
    List<Row> rows = new ArrayList<>();
    for (NotificationGroup group : list) {
      Notification one = group.latest();
      List<PersonView> people =
          group.sample().stream().map(who::get).filter(Objects::nonNull).toList();
      PostView post = one.postId() == null ? null : shown.get(one.postId());
      if (people.isEmpty() || (one.postId() != null && post == null)) continue;
      rows.add(
          new Row(
              one.type(),
              people,
              group.count(),
              one.emoji() == null ? "" : one.emoji(),
              post,
              parts.views().moment(one.createdAt()),
              one.id() > lastRead,
              one.type().isPending() ? one.subjectId() : null));
    }
    return rows;
  }

  private Map<ActorId, PersonView> people(List<NotificationGroup> list) {
    Set<ActorId> ids = new LinkedHashSet<>();
    for (NotificationGroup group : list) ids.addAll(group.sample());
    Map<ActorId, PersonView> who = new HashMap<>();
    for (PersonView person : parts.people().of(ids)) who.put(person.id(), person);
    return who;
  }

  private Map<PostId, PostView> posts(Visitor visitor, List<NotificationGroup> list) {
    Set<PostId> ids = new LinkedHashSet<>();
    for (NotificationGroup group : list)
      if (group.latest().postId() != null) ids.add(group.latest().postId());
    Map<PostId, PostView> shown = new HashMap<>();
    List<Post> seen = posts.visibleInOrder(visitor.id(), List.copyOf(ids));
    for (PostView view : parts.views().of(visitor, seen, FilterContext.NOTIFICATIONS))
      shown.put(view.key(), view);
    return shown;
  }

  /** How many are unread, for pages that are open. */
  private void count(Context ctx, Visitor visitor) {
    ctx.header("Cache-Control", "private, no-store");
    ctx.contentType("text/plain; charset=utf-8").result(Long.toString(unread.of(visitor.id())));
  }

  private void clear(Context ctx, Visitor visitor) {
    notifications.clear(visitor.id());
    LocalPath.go(ctx, "/notifications");
  }
}
