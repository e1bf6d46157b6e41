package social.parley;

import social.parley.notifications.NotificationPolicies;

/** Whom people want to hear of, and how they are told while they do not look. */
record Alerts(NotificationPolicies policies) {

  static Alerts of(Plumbing plumbing) {
    return new Alerts(new NotificationPolicies(plumbing.database()));
  }
}
