package social.parley.mastodon.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import social.parley.notifications.NotificationType;

/** The member for what a notification is about besides a post, under the name its type gives it. */
record SubjectJson(
    @JsonInclude(Include.NON_NULL) @Nullable Object report,
    @JsonInclude(Include.NON_NULL) @Nullable Object event,
    @JsonInclude(Include.NON_NULL) @Nullable Object moderationWarning,
    @JsonInclude(Include.NON_NULL) @Nullable Object annualReport,
    @JsonInclude(Include.NON_NULL) @Nullable Object collection) {
  static final SubjectJson NONE = new SubjectJson(null, null, null, null, null);

  static SubjectJson of(NotificationType type, Object subject) {
    return switch (type) {
      case REPORT -> new SubjectJson(subject, null, null, null, null);
      case SEVERED -> new SubjectJson(null, subject, null, null, null);
      case WARNING -> new SubjectJson(null, null, subject, null, null);
      case ANNUAL_REPORT -> new SubjectJson(null, null, null, subject, null);
      case ADDED_TO_COLLECTION, COLLECTION_EDIT -> new SubjectJson(null, null, null, null, subject);
      case MENTION,
          POST,
          BOOST,
          FOLLOW,
          FOLLOW_REQUEST,
          FAVOURITE,
          POLL,
          EDIT,
          QUOTE,
          QUOTED_EDIT,
          REACTION,
          SIGN_UP,
          PENDING_FAVOURITE,
          PENDING_REPLY,
          PENDING_BOOST,
          PENDING_QUOTE ->
          NONE;
    };
  }
}
