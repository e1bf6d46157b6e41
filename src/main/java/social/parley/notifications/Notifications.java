package social.parley.notifications;

import java.util.List;
import java.util.OptionalLong;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;

/** What somebody has been told. */
public final class Notifications {
  /** Unread ones are counted no further. */
  public static final int COUNT_LIMIT = 1000;

  private final Database database;
  private final NotificationStore store = new NotificationStore();

  public Notifications(Database database) {
    this.database = database;
  }

  public Page<Notification> page(ActorId me, NotificationFilter filter, Cursor cursor) {
    List<Notification> rows = database.read(db -> store.page(db, me, filter, cursor));
    if (rows.isEmpty()) return Page.empty();
    List<Notification> newestFirst = cursor.ascending() ? rows.reversed() : rows;
    return new Page<>(
        newestFirst,
        OptionalLong.of(newestFirst.getFirst().id()),
        OptionalLong.of(newestFirst.getLast().id()));
  }

  public Notification find(ActorId me, long id) {
    return database.read(db -> store.find(db, me, id)).orElseThrow(Refused.NotFound::new);
  }

  /** How many are newer than the one last read. */
  public long unread(ActorId me, long lastRead) {
    return database.read(db -> store.count(db, me, lastRead, COUNT_LIMIT));
  }

  public void dismiss(ActorId me, long id) {
    if (!database.write(tx -> store.dismiss(tx, me, id))) throw new Refused.NotFound();
  }

  public void clear(ActorId me) {
    database.run(tx -> store.clear(tx, me));
  }
}
