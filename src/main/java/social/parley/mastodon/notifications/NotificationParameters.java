package social.parley.mastodon.notifications;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.parley.core.ActorId;
import social.parley.http.Parameters;
import social.parley.notifications.NotificationFilter;
import social.parley.notifications.NotificationType;

/** Reads which notifications are asked for. */
final class NotificationParameters {
  private NotificationParameters() {}

  /** Empty when only types are asked for that do not exist here. */
  static Optional<NotificationFilter> filter(Context ctx) {
    Parameters given = Parameters.of(ctx);
    // Pleroma and its apps have a word of their own.
    List<String> asked = given.texts(given.has("types") ? "types" : "include_types");
    Set<NotificationType> types = types(asked);
    if (!asked.isEmpty() && types.isEmpty()) return Optional.empty();
    String from = given.text("account_id", "");
    return Optional.of(
        new NotificationFilter(
            types,
            types(given.texts("exclude_types")),
            from.isEmpty() ? null : ActorId.parse(from),
            given.flag("include_filtered", false)));
  }

  /** The types to be shown in groups: those that can be, unless fewer are named. */
  static Set<NotificationType> grouped(Context ctx) {
    List<String> named = Parameters.of(ctx).texts("grouped_types");
    Set<NotificationType> grouped = EnumSet.noneOf(NotificationType.class);
    for (NotificationType type : NotificationType.values())
      if (type.isGrouped() && (named.isEmpty() || named.contains(type.word()))) grouped.add(type);
    return grouped;
  }

  private static Set<NotificationType> types(List<String> names) {
    return names.stream()
        .map(NotificationType::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
