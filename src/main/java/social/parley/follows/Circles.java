package social.parley.follows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private enum Tie {
    FOLLOWS,
    BLOCKED_BY,
    BLOCKS,
    MUTES,
    HIDES
  }

  private record Row(Tie tie, long id, @Nullable Instant until, @Nullable String domain) {}

  private static Circle load(Reading db, ActorId me) {
    List<Row> rows =
        db.query(
                """
                SELECT 'follows' AS tie, followed_id AS id, CAST(NULL AS BIGINT) AS until,
                  CAST(NULL AS TEXT) AS domain
                  FROM follows WHERE follower_id = :me AND state = 'accepted'
                UNION ALL SELECT 'blocked_by', actor_id, NULL, NULL FROM blocks
                  WHERE target_id = :me
                UNION ALL SELECT 'blocks', target_id, NULL, NULL FROM blocks
                  WHERE actor_id = :me
                UNION ALL SELECT 'mutes', target_id, until, NULL FROM mutes
                  WHERE actor_id = :me
                UNION ALL SELECT 'hides', id, NULL, domain FROM hidden_domains
                  WHERE actor_id = :me\
                """)
            .bind("me", me)
            .mapTo(Row.class)
            .list();
    Map<ActorId, Instant> unwanted = new HashMap<>();
    List<String> hidden = new ArrayList<>();
    for (Row row : rows)
      if (row.tie() == Tie.BLOCKS || row.tie() == Tie.MUTES)
        unwanted.merge(
            new ActorId(row.id()),
            row.until() == null ? Instant.MAX : row.until(),
            (one, other) -> one.isAfter(other) ? one : other);
      else if (row.domain() != null) hidden.add(row.domain());
    return new Circle(
        me,
        ids(rows, Tie.FOLLOWS),
        ids(rows, Tie.BLOCKS),
        ids(rows, Tie.BLOCKED_BY),
        unwanted,
        hidden);
  }

  private static long[] ids(List<Row> rows, Tie tie) {
    return rows.stream().filter(row -> row.tie() == tie).mapToLong(Row::id).sorted().toArray();
  }

  public void followed(Tx tx, Followed followed) {
    cache.drop(tx, followed.follow().follower());
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    cache.drop(tx, unfollowed.follower());
  }

  public void blocked(Tx tx, Blocked blocked) {
    cache.drop(tx, blocked.actor());
    cache.drop(tx, blocked.target());
  }

  public void unblocked(Tx tx, Unblocked unblocked) {
    cache.drop(tx, unblocked.actor());
    cache.drop(tx, unblocked.target());
  }

  public void muted(Tx tx, Muted muted) {
    cache.drop(tx, muted.actor());
  }

  public void unmuted(Tx tx, Unmuted unmuted) {
    cache.drop(tx, unmuted.actor());
  }

  public void hidden(Tx tx, DomainHidden hidden) {
    cache.drop(tx, hidden.actor());
  }

  public void shown(Tx tx, DomainShown shown) {
    cache.drop(tx, shown.actor());
  }
}
