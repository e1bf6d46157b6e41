package social.parley.announcements;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/**
 * An announcement. The times of what it is about may be missing; {@code dueAt} is when it is to be
 * published if it waits for that, {@code publishedAt} when it was.
 */
public record Notice(
    long id,
    String source,
    String html,
    List<ActorId> mentions,
    List<PostId> posts,
    List<String> tags,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    boolean allDay,
    @Nullable Instant dueAt,
    @Nullable Instant publishedAt,
    Instant updatedAt) {
  public Notice {
    mentions = List.copyOf(mentions);
    posts = List.copyOf(posts);
    tags = List.copyOf(tags);
  }

  /** Whether people are shown it at this time. */
  public boolean isShown(Instant now) {
    return publishedAt != null && (endsAt == null || endsAt.isAfter(now));
  }
}
