package social.parley.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/**
 * Notifications that are shown as one: the latest, how many there are, and whose the latest few
 * are, newest first. {@code oldestOnPage} is the oldest that belongs to the page asked for; null
 * when none was.
 */
public record NotificationGroup(
    String key,
    Notification latest,
    long count,
    List<ActorId> sample,
    @Nullable Long oldestOnPage) {
  /** How many people are named at most. */
  public static final int SAMPLE = 8;

  public NotificationGroup {
    sample = List.copyOf(sample);
  }
}
