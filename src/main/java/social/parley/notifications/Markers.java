package social.parley.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.storage.Database;

/** How far somebody has read a list, kept for all their devices. */
public final class Markers {
  /** One list's mark; the version grows with each move. */
  public record Marker(String timeline, long lastReadId, long version, Instant updatedAt) {}

  private final Database database;
  private final Clock clock;

  public Markers(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Map<String, Marker> read(ActorId me, Collection<String> timelines) {
    return database.read(db ->
        db.query(
                """
                SELECT timeline, last_read_id, version, updated_at FROM markers
                WHERE recipient_id = :me AND timeline IN (<names>)\
                """)
            .bind("me", me)
            .bindList(EmptyHandling.NULL_KEYWORD, "names", List.copyOf(timelines))
            .mapTo(Marker.class)
            .collect(Collectors.toMap(Marker::timeline, Function.identity())));
  }

  /** Up to where somebody has read one list; 0 when they have not. */
  public long lastRead(ActorId me, String timeline) {
    Marker marker = read(me, List.of(timeline)).get(timeline);
    return marker == null ? 0 : marker.lastReadId();
  }

  /** Moves a mark on, never back. */
  public void advance(ActorId me, String timeline, long lastRead) {
    if (lastRead > lastRead(me, timeline)) move(me, timeline, lastRead);
  }

  public Marker move(ActorId me, String timeline, long lastRead) {
    return database.write(tx ->
        tx.query(
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
            .one());
  }
}
