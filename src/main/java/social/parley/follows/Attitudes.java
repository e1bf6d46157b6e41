package social.parley.follows;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Reading;

/** How somebody and some others stand to each other besides following, with one statement. */
final class Attitudes {
  /** What there may be between two. */
  enum Kind {
    BLOCKS,
    BLOCKED_BY,
    MUTES,
    HIDES,
    ENDORSES,
    NOTES
  }

  /** Whether a mute hides notifications and until when it lasts, or what a note says. */
  record Row(
      Kind kind, ActorId other, boolean hideNotifications, @Nullable Instant until, String note) {}

  private final Map<Kind, Map<ActorId, Row>> rows = new EnumMap<>(Kind.class);

  private Attitudes(List<Row> all) {
    for (Row row : all)
      rows.computeIfAbsent(row.kind(), _ -> new HashMap<>()).put(row.other(), row);
  }

  static Attitudes of(Reading db, ActorId me, Collection<ActorId> others, Instant now) {
    return new Attitudes(
        db.query(
                """
                SELECT 'blocks' AS kind, target_id AS other, FALSE AS hide_notifications,
                  CAST(NULL AS BIGINT) AS until, '' AS note
                  FROM blocks WHERE actor_id = :me AND target_id IN (<others>)
                UNION ALL SELECT 'blocked_by', actor_id, FALSE, NULL, ''
                  FROM blocks WHERE target_id = :me AND actor_id IN (<others>)
                UNION ALL SELECT 'mutes', target_id, hide_notifications, until, ''
                  FROM mutes WHERE actor_id = :me AND target_id IN (<others>)
                    AND (until IS NULL OR until > :now)
                UNION ALL SELECT 'hides', a.id, FALSE, NULL, ''
                  FROM hidden_domains h JOIN actors a ON a.domain = h.domain
                  WHERE h.actor_id = :me AND a.id IN (<others>)
                UNION ALL SELECT 'endorses', target_id, FALSE, NULL, ''
                  FROM endorsements WHERE actor_id = :me AND target_id IN (<others>)
                UNION ALL SELECT 'notes', target_id, FALSE, NULL, note
                  FROM private_notes WHERE actor_id = :me AND target_id IN (<others>)\
                """)
            .bind("me", me)
            .bind("now", now)
            .bindList(EmptyHandling.NULL_KEYWORD, "others", List.copyOf(others))
            .mapTo(Row.class)
            .list());
  }

  boolean has(Kind kind, ActorId other) {
    return find(kind, other) != null;
  }

  @Nullable Row find(Kind kind, ActorId other) {
    return rows.getOrDefault(kind, Map.of()).get(other);
  }
}
