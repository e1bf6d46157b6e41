package social.parley.notifications;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** What somebody has been told, one by one or in groups. */
public final class Notifications {
  /** Unread ones are counted no further. */
  public static final int COUNT_LIMIT = 1000;

  private static final NotificationFilter EVERYTHING =
      new NotificationFilter(Set.of(), Set.of(), null, true);

  private final Database database;
  private final RecentNotifications recent;
  private final NotificationStore store;

  public Notifications(Database database, RecentNotifications recent) {
    this.database = database;
    this.recent = recent;
    this.store = new NotificationStore(recent);
  }

  public Page<Notification> page(ActorId me, NotificationFilter filter, Cursor cursor) {
    return page(recent.page(me, filter, cursor), cursor);
  }

  private static Page<Notification> page(List<Notification> rows, Cursor cursor) {
    return Page.of(rows, cursor, Notification::id);
  }

  /** Those of the given types in groups, each group where its latest stands. */
  public Page<NotificationGroup> groups(
      ActorId me, NotificationFilter filter, Set<NotificationType> grouped, Cursor cursor) {
    NotificationLists lists = new NotificationLists(me, filter);
    return database.read(db -> {
      Page<Notification> heads = page(lists.heads(db, grouped, cursor), cursor);
      if (heads.oldest().isEmpty()) return Page.empty();
      long floor = heads.oldest().getAsLong();
      return heads.with(lists.groups(db, heads.items(), grouped, floor));
    });
  }

  /** One group, by its key. */
  public NotificationGroup group(ActorId me, String key) {
    NotificationLists lists = new NotificationLists(me, EVERYTHING);
    boolean alone = key.startsWith(GroupKeys.ALONE);
    return database.read(db -> {
      Notification head =
          (alone ? store.find(db, me, id(key)) : lists.head(db, key))
              .orElseThrow(Refused.NotFound::new);
      Set<NotificationType> grouped = alone ? Set.of() : Set.of(head.type());
      return lists.groups(db, List.of(head), grouped, null).getFirst();
    });
  }

  /** Whose deeds are in a group, the latest first. */
  public Page<ActorId> people(ActorId me, String key, Cursor cursor) {
    if (key.startsWith(GroupKeys.ALONE)) {
      Notification one = find(me, id(key));
      boolean inside = one.id() < cursor.below() && one.id() > cursor.above();
      return inside ? people(Map.of(one.id(), one.actorId()), cursor) : Page.empty();
    }
    NotificationLists lists = new NotificationLists(me, EVERYTHING);
    return people(database.read(db -> lists.causes(db, key, cursor)), cursor);
  }

  private static Page<ActorId> people(Map<Long, ActorId> causes, Cursor cursor) {
    if (causes.isEmpty()) return Page.empty();
    List<Long> rows = List.copyOf(causes.keySet());
    List<ActorId> people = List.copyOf(causes.values());
    boolean reversed = cursor.ascending();
    return new Page<>(
        reversed ? people.reversed() : people,
        OptionalLong.of(reversed ? rows.getLast() : rows.getFirst()),
        OptionalLong.of(reversed ? rows.getFirst() : rows.getLast()));
  }

  private static long id(String key) {
    try {
      return Long.parseLong(key.substring(GroupKeys.ALONE.length()));
    } catch (NumberFormatException unknown) {
      throw new Refused.NotFound();
    }
  }

  public Optional<Notification> find(Reading db, ActorId me, long id) {
    return store.find(db, me, id);
  }

  public Notification find(ActorId me, long id) {
    return database.read(db -> store.find(db, me, id)).orElseThrow(Refused.NotFound::new);
  }

  /** How many are newer than the one last read. */
  public long unread(ActorId me, long lastRead) {
    long recent = this.recent.unread(me, lastRead);
    return recent < RecentNotifications.LENGTH
        ? recent
        : unread(me, NotificationFilter.ALL, Set.of(), lastRead, COUNT_LIMIT);
  }

  /** How many of some are newer than the one last read, those of some types counted in groups. */
  public long unread(
      ActorId me,
      NotificationFilter filter,
      Set<NotificationType> grouped,
      long lastRead,
      int limit) {
    NotificationLists lists = new NotificationLists(me, filter);
    return database.read(db -> lists.count(db, grouped, lastRead, limit));
  }

  public void dismiss(ActorId me, long id) {
    if (database.write(tx -> store.dismiss(tx, me, List.of(id))) == 0) throw new Refused.NotFound();
  }

  /** Dismisses those of them that there are. */
  public void dismiss(ActorId me, Collection<Long> ids) {
    database.run(tx -> store.dismiss(tx, me, ids));
  }

  public void dismissGroup(ActorId me, String key) {
    if (key.startsWith(GroupKeys.ALONE)) dismiss(me, List.of(id(key)));
    else database.run(tx -> store.dismissGroup(tx, me, key));
  }

  public void clear(ActorId me) {
    database.run(tx -> store.clear(tx, me));
  }

  /** Marks one as seen. */
  public void see(ActorId me, long id) {
    if (!database.write(tx -> store.see(tx, me, id))) throw new Refused.NotFound();
  }
}
