package social.parley.mastodon.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.mastodon.StatusJson;

/** The Notification entity. */
public record NotificationJson(
    String id,
    String type,
    String createdAt,
    String groupKey,
    Rendered account,
    @JsonInclude(Include.NON_NULL) @Nullable StatusJson status,
    @JsonUnwrapped SubjectJson subject,
    @JsonInclude(Include.NON_NULL) @Nullable String emoji,
    @JsonInclude(Include.NON_NULL) @Nullable String emojiUrl,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean filtered,
    @JsonInclude(Include.NON_NULL) @Nullable Fallback fallback,
    Pleroma pleroma) {

  /** What an app can show that does not know the type; both are HTML. */
  public record Fallback(String title, @Nullable String summary) {}

  /** What apps for Pleroma look for. */
  public record Pleroma(boolean isSeen) {}
}
