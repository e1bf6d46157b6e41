package social.parley.notifications;

import social.parley.storage.Reading;

/** Asked before somebody is told; says no for what the recipient does not want to hear of. */
@FunctionalInterface
public interface NotificationRule {
  boolean allows(Reading db, Occasion occasion);
}
