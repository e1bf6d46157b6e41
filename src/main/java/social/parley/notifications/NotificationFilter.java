package social.parley.notifications;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/**
 * Which notifications: of these types (all when empty), not of those, from one person only, with
 * those that are kept apart or without.
 */
public record NotificationFilter(
    Set<NotificationType> types,
    Set<NotificationType> excluded,
    @Nullable ActorId from,
    boolean withFiltered) {
  public static final NotificationFilter ALL = new NotificationFilter(Set.of(), Set.of(), null);

  public NotificationFilter {
    types = Set.copyOf(types);
    excluded = Set.copyOf(excluded);
  }

  public NotificationFilter(
      Set<NotificationType> types, Set<NotificationType> excluded, @Nullable ActorId from) {
    this(types, excluded, from, false);
  }

  boolean wantsEveryType() {
    return types.isEmpty() && excluded.isEmpty();
  }

  boolean wants(NotificationType type) {
    return (types.isEmpty() || types.contains(type)) && !excluded.contains(type);
  }

  Set<NotificationType> wanted() {
    Set<NotificationType> wanted =
        new HashSet<>(types.isEmpty() ? Set.of(NotificationType.values()) : types);
    wanted.removeAll(excluded);
    return wanted;
  }
}
