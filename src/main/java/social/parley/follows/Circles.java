package social.parley.follows;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The circles of those who read much, kept at hand. */
public final class Circles {
  private static final long MOST_BYTES = 8 << 20;

  private final Database database;
  private final ReadCache<ActorId, Circle> cache =
      new ReadCache<>(MOST_BYTES, (_, circle) -> circle.weight());

  public Circles(Database database) {
    this.database = database;
  }

  /** That of a person here, or of nobody. */
  public Circle of(@Nullable ActorId me) {
    if (me == null) return Circle.NOBODY;
    return Objects.requireNonNull(cache.one(me, id -> database.read(db -> load(db, id))));
  }

  private record Row(boolean follows, long id) {}

  private static Circle load(Reading db, ActorId me) {
    List<Row> rows =
        db.query(
                """
                SELECT TRUE AS follows, followed_id AS id FROM follows
                  WHERE follower_id = :me AND state = 'accepted'
                UNION ALL SELECT FALSE, actor_id FROM blocks WHERE target_id = :me\
                """)
            .bind("me", me)
            .mapTo(Row.class)
            .list();
    return new Circle(ids(rows, true), ids(rows, false));
  }

  private static long[] ids(List<Row> rows, boolean follows) {
    return rows.stream()
        .filter(row -> row.follows() == follows)
        .mapToLong(Row::id)
        .sorted()
        .toArray();
  }

  public void followed(Tx tx, Followed followed) {
    cache.drop(tx, followed.follow().follower());
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    cache.drop(tx, unfollowed.follower());
  }

  public void blocked(Tx tx, Blocked blocked) {
    cache.drop(tx, blocked.target());
  }

  public void unblocked(Tx tx, Unblocked unblocked) {
    cache.drop(tx, unblocked.target());
  }
}
