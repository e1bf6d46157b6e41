package social.parley.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/** How far somebody has read a list, kept for all their devices. */
public final class Markers {
  /** One list's mark; the version grows with each move. */
  public record Marker(String timeline, long lastReadId, long version, Instant updatedAt) {}

  private static final String NOTIFICATIONS = "notifications";
  private static final int MOST_PEOPLE = 5_000;

  private final Database database;
  private final Clock clock;
  private final RecentNotifications recent;
  private final ReadCache<ActorId, Map<String, Marker>> cache =
      new ReadCache<>(MOST_PEOPLE, (_, _) -> 1);

  public Markers(Database database, Clock clock, RecentNotifications recent) {
    this.database = database;
    this.clock = clock;
    this.recent = recent;
  }

  public Map<String, Marker> read(ActorId me, Collection<String> timelines) {
    Map<String, Marker> found = new HashMap<>(known(me));
    found.keySet().retainAll(timelines);
    return found;
  }

  private Map<String, Marker> known(ActorId me) {
    return Objects.requireNonNull(cache.one(me, this::load));
  }

  private Map<String, Marker> load(ActorId me) {
    return database.read(db ->
        db.query(
                """
                SELECT timeline, last_read_id, version, updated_at FROM markers
                WHERE recipient_id = :me\
                """)
            .bind("me", me)
            .mapTo(Marker.class)
            .collect(Collectors.toMap(Marker::timeline, Function.identity())));
  }

  /** Up to where somebody has read one list; 0 when they have not. */
  public long lastRead(ActorId me, String timeline) {
    Marker marker = known(me).get(timeline);
    return marker == null ? 0 : marker.lastReadId();
  }

  /** Moves a mark on, never back. */
  public void advance(ActorId me, String timeline, long lastRead) {
    if (lastRead > lastRead(me, timeline)) move(me, timeline, lastRead);
  }

  /**
   * Moves several marks at once, by the list. All move or none: a mark that another device moved in
   * the same moment is a conflict, and its newer place stands.
   */
  public Map<String, Marker> move(ActorId me, Map<String, Long> lastRead) {
    return move(me, lastRead, load(me));
  }

  Map<String, Marker> move(ActorId me, Map<String, Long> lastRead, Map<String, Marker> known) {
    return database.write(tx -> {
      changes(tx, me, lastRead.keySet());
      Map<String, Marker> moved = new LinkedHashMap<>();
      lastRead.forEach((timeline, last) -> {
        Marker before = known.get(timeline);
        Marker after = new Marker(timeline, last, version(before) + 1, clock.instant());
        if (!(before == null ? begin(tx, me, after) : replace(tx, me, after)))
          throw new Refused.Conflict("Conflict during update, please try again");
        moved.put(timeline, after);
      });
      return moved;
    });
  }

  private void changes(Tx tx, ActorId me, Set<String> timelines) {
    cache.drop(tx, me);
    if (!timelines.contains(NOTIFICATIONS)) return;
    recent.changed(tx, me);
    tx.announce(new MarkerMoved(me));
  }

  private static long version(@Nullable Marker marker) {
    return marker == null ? 0 : marker.version();
  }

  private static boolean begin(Tx tx, ActorId me, Marker marker) {
    return tx.update(
                """
                INSERT INTO markers (recipient_id, timeline, last_read_id, version, updated_at)
                VALUES (:me, :timeline, :lastReadId, :version, :updatedAt) ON CONFLICT DO NOTHING\
                """,
                marker)
            .bind("me", me)
            .execute()
        == 1;
  }

  private static boolean replace(Tx tx, ActorId me, Marker marker) {
    return tx.update(
                """
                UPDATE markers SET last_read_id = :lastReadId, version = :version,
                  updated_at = :updatedAt
                WHERE recipient_id = :me AND timeline = :timeline AND version = :version - 1\
                """,
                marker)
            .bind("me", me)
            .execute()
        == 1;
  }

  /** Moves one mark, wherever it is. */
  public Marker move(ActorId me, String timeline, long lastRead) {
    return database.write(tx -> {
      changes(tx, me, Set.of(timeline));
      return tx.query(
              """
              INSERT INTO markers (recipient_id, timeline, last_read_id, version, updated_at)
              VALUES (:me, :timeline, :last, 1, :now)
              ON CONFLICT (recipient_id, timeline) DO UPDATE SET
                last_read_id = excluded.last_read_id, version = markers.version + 1,
                updated_at = excluded.updated_at
              RETURNING timeline, last_read_id, version, updated_at\
              """)
          .bind("me", me)
          .bind("timeline", timeline)
          .bind("last", lastRead)
          .bind("now", clock.instant())
          .mapTo(Marker.class)
          .one();
    });
  }
}
