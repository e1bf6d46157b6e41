package social.parley.notifications;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.storage.Database;
import social.parley.storage.NewestRows;
import social.parley.storage.Tx;

/**
 * The newest notifications of those who look often, kept until one comes, goes or is seen or read.
 */
public final class RecentNotifications {
  static final int LENGTH = 60;
  private static final int ROW_BYTES = 160;
  private static final long MOST_BYTES = 8 << 20;

  private final Database database;
  private final Actors actors;
  private final NewestRows<ActorId, Notification> newest =
      new NewestRows<>(LENGTH, ROW_BYTES, MOST_BYTES, Notification::id);

  public RecentNotifications(Database database, Actors actors) {
    this.database = database;
    this.actors = actors;
  }

  /** In the order of the cursor, nothing of people who are gone. */
  List<Notification> page(ActorId me, NotificationFilter filter, Cursor cursor) {
    if (filter.from() != null || filter.withFiltered()) return read(me, filter, cursor);
    List<Notification> page =
        newest.page(
            me,
            cursor,
            one -> filter.wants(one.type()),
            at -> read(me, NotificationFilter.ALL, at),
            at -> read(me, filter, at));
    return areThere(page) ? page : read(me, filter, cursor);
  }

  /** How many that are not seen are newer than this one, counted no further than the length. */
  long unread(ActorId me, long lastRead) {
    List<Notification> newer =
        page(me, NotificationFilter.ALL, new Cursor(null, lastRead, null, LENGTH));
    if (newer.size() == LENGTH) return LENGTH;
    long unseen = 0;
    for (Notification one : newer) if (!one.seen()) unseen++;
    return unseen;
  }

  private List<Notification> read(ActorId me, NotificationFilter filter, Cursor cursor) {
    return database.read(db -> new NotificationLists(me, filter).page(db, cursor));
  }

  private boolean areThere(List<Notification> page) {
    Set<ActorId> people = new HashSet<>();
    for (Notification one : page) people.add(one.actorId());
    Map<ActorId, Actor> known = actors.byIds(people);
    for (ActorId one : people) if (!isThere(known.get(one))) return false;
    return true;
  }

  private static boolean isThere(@Nullable Actor actor) {
    return actor != null && !actor.isDeleted() && actor.standing() != Standing.SUSPENDED;
  }

  /** What this person has been told is not what it was. */
  void changed(Tx tx, ActorId recipient) {
    newest.drop(tx, recipient);
  }
}
