package social.parley.people;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.posts.Visibility;
import social.parley.storage.Database;

/** People who want to be found. */
public final class Directory {
  private static final String FINDABLE =
      """
       AND a.discoverable AND a.standing = 'ok' AND a.deleted_at IS NULL
        AND a.moved_to IS NULL AND NOT a.memorial AND a.kind <> 'application' AND\
      """;

  private final Database database;
  private final Clock clock;

  /** Whoever wrote last, or whoever is known for the shortest time. */
  public enum Order {
    ACTIVE,
    NEW
  }

  public Directory(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Those whom the reader (null: a stranger) has nothing against, nor they against the reader. */
  public List<ActorId> page(
      @Nullable ActorId reader, Order order, boolean local, int offset, int limit) {
    return database.read(db ->
        db.query(
                "SELECT a.id FROM actors a "
                    + source(order, local)
                    + FINDABLE
                    + Unopposed.sql(":reader", "a")
                    + " ORDER BY "
                    + by(order)
                    + " LIMIT :limit OFFSET :offset")
            .bind("reader", reader == null ? Visibility.NOBODY : reader)
            .bind("now", clock.instant())
            .bind("limit", limit)
            .bind("offset", offset)
            .mapTo(ActorId.class)
            .list());
  }

  /** Of other servers only those are listed by their last post who have one: an index is enough. */
  private static String source(Order order, boolean local) {
    String counts = "JOIN actor_counts c ON c.actor_id = a.id";
    return switch (order) {
      case ACTIVE ->
          local ? "LEFT " + counts + " WHERE a.local" : counts + " WHERE c.last_post_at > 0";
      case NEW -> local ? "WHERE a.local" : "WHERE TRUE";
    };
  }

  private static String by(Order order) {
    return switch (order) {
      case ACTIVE -> "c.last_post_at DESC NULLS LAST, a.id DESC";
      case NEW -> "a.id DESC";
    };
  }
}
