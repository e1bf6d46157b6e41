package social.parley.announcements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be announced, in Markdown; without a time to publish it, at once. */
public record NoticeDraft(
    String text,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    boolean allDay,
    @Nullable Instant dueAt) {
  public static NoticeDraft of(String text) {
    return new NoticeDraft(text, null, null, false, null);
  }
}
