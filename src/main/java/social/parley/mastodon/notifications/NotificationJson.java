package social.parley.mastodon.notifications;

import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.mastodon.StatusJson;
import tools.jackson.databind.annotation.JsonSerialize;

/** The Notification entity; that it is seen is said as Pleroma does. */
@JsonSerialize(using = NotificationWriter.class)
public record NotificationJson(
    String id,
    String type,
    String createdAt,
    String groupKey,
    Rendered account,
    @Nullable StatusJson status,
    SubjectJson subject,
    @Nullable String emoji,
    @Nullable String emojiUrl,
    boolean filtered,
    @Nullable Fallback fallback,
    boolean seen) {
  static final Rendered SEEN = Rendered.of(new Pleroma(true));
  static final Rendered UNSEEN = Rendered.of(new Pleroma(false));

  /** What an app can show that does not know the type; both are HTML. */
  public record Fallback(String title, @Nullable String summary) {}

  private record Pleroma(boolean isSeen) {}
}
