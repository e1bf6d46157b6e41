package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.notifications.NotificationType;

/** The Notification entity. */
public record NotificationJson(
    String id,
    String type,
    String createdAt,
    String groupKey,
    AccountJson account,
    @JsonInclude(Include.NON_NULL) @Nullable StatusJson status) {

  /** The API's word for a type. */
  public static String name(NotificationType type) {
    return switch (type) {
      case MENTION, FOLLOW, FOLLOW_REQUEST, FAVOURITE, POLL -> type.name().toLowerCase(Locale.ROOT);
      case POST -> "status";
      case BOOST -> "reblog";
      case EDIT -> "update";
    };
  }

  /** The type behind the API's word; words of types that do not exist here match nothing. */
  public static Optional<NotificationType> type(String name) {
    return List.of(NotificationType.values()).stream()
        .filter(type -> name(type).equals(name))
        .findFirst();
  }
}
