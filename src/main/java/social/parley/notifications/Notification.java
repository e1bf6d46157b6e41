package social.parley.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/**
 * One thing that somebody did and another should hear about. {@code subjectId} is the report, event
 * or warning it is about; {@code emoji} is empty but for reactions; {@code filtered} ones are kept
 * apart until the recipient lets their actor in, and those {@code seen} were marked as such or lie
 * before the place up to which the recipient has read.
 */
public record Notification(
    long id,
    ActorId recipientId,
    NotificationType type,
    ActorId actorId,
    @Nullable PostId postId,
    @Nullable Long subjectId,
    String emoji,
    @Nullable String emojiUrl,
    @Nullable String groupKey,
    boolean filtered,
    boolean seen,
    Instant createdAt) {

  /** The key of its group, or one of its own. */
  public String key() {
    return groupKey == null ? GroupKeys.ALONE + id : groupKey;
  }
}
