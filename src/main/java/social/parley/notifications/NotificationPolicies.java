package social.parley.notifications;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;

/** Whom people want to hear of, and those they have not decided about. */
public final class NotificationPolicies {
  private static final int COUNT_LIMIT = 100;

  private final Database database;
  private final PolicyStore policies = new PolicyStore();
  private final RequestStore requests;

  /** What waits to be decided, counted no further than a hundred. */
  public record Summary(long requests, long notifications) {}

  public NotificationPolicies(Database database, RecentNotifications recent) {
    this.database = database;
    this.requests = new RequestStore(recent);
  }

  public NotificationPolicy of(ActorId me) {
    return database.read(db -> policies.of(db, me));
  }

  public NotificationPolicy change(ActorId me, UnaryOperator<NotificationPolicy> change) {
    return database.write(tx -> {
      NotificationPolicy changed = change.apply(policies.of(tx, me));
      policies.save(tx, me, changed);
      return changed;
    });
  }

  public Summary summary(ActorId me) {
    RequestStore.Waiting waiting = database.read(db -> requests.waiting(db, me, COUNT_LIMIT));
    return new Summary(waiting.requests(), waiting.notifications());
  }

  public Page<NotificationRequest> requests(ActorId me, Cursor cursor) {
    List<NotificationRequest> rows = database.read(db -> requests.page(db, me, cursor));
    if (rows.isEmpty()) return Page.empty();
    List<NotificationRequest> newestFirst = cursor.ascending() ? rows.reversed() : rows;
    return new Page<>(
        newestFirst,
        OptionalLong.of(newestFirst.getFirst().id()),
        OptionalLong.of(newestFirst.getLast().id()));
  }

  public NotificationRequest request(ActorId me, long id) {
    return database.read(db -> requests.find(db, me, id)).orElseThrow(Refused.NotFound::new);
  }

  /**
   * Lets people in for good, with what was kept apart; gives how many of the requests there were.
   */
  public int accept(ActorId me, Collection<Long> ids) {
    return database.write(tx -> {
      List<ActorId> people = requests.remove(tx, me, ids);
      for (ActorId one : people) {
        policies.permit(tx, me, one);
        requests.merge(tx, me, one);
      }
      if (!people.isEmpty()) tx.announce(new NotificationsMerged(me));
      return people.size();
    });
  }

  /** Throws away what was kept apart; gives how many of the requests there were. */
  public int dismiss(ActorId me, Collection<Long> ids) {
    return database.write(tx -> {
      List<ActorId> people = requests.remove(tx, me, ids);
      for (ActorId one : people) requests.discard(tx, me, one);
      return people.size();
    });
  }
}
