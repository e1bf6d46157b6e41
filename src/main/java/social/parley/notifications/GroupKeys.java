package social.parley.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;

/**
 * Which notifications belong together: those of one type about one post, from the first on for half
 * a day. The key ends in the hour of the first.
 */
final class GroupKeys {
  /** What a key begins with that stands for one notification only. */
  static final String ALONE = "ungrouped-";

  private static final long HOURS = 12;

  private GroupKeys() {}

  static @Nullable String next(Reading db, Occasion occasion, Instant now) {
    if (!occasion.type().isGrouped()) return null;
    PostId post = occasion.post();
    String prefix = occasion.type().word() + (post == null ? "" : "-" + post);
    long hour = now.getEpochSecond() / 3600;
    String last = last(db, occasion.recipient(), prefix);
    if (last != null && hour < hour(last) + HOURS) return last;
    return prefix + "-" + hour;
  }

  private static @Nullable String last(Reading db, ActorId recipient, String prefix) {
    // '.' is the character after '-'.
    return db.query(
            """
            SELECT group_key FROM notifications
            WHERE recipient_id = :me AND group_key > :from AND group_key < :to
            ORDER BY group_key DESC LIMIT 1\
            """)
        .bind("me", recipient)
        .bind("from", prefix + "-")
        .bind("to", prefix + ".")
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private static long hour(String key) {
    return Long.parseLong(key.substring(key.lastIndexOf('-') + 1));
  }
}
