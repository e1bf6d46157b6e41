package social.parley.mastodon.notifications;

import social.parley.notifications.NotificationPolicies;
import social.parley.notifications.NotificationPolicy;
import social.parley.notifications.Treatment;

/** The NotificationPolicy entity. */
record PolicyJson(
    String forNotFollowing,
    String forNotFollowers,
    String forNewAccounts,
    String forPrivateMentions,
    String forLimitedAccounts,
    String forBots,
    Summary summary) {

  /** What waits to be decided. */
  record Summary(long pendingRequestsCount, long pendingNotificationsCount) {
    static Summary of(NotificationPolicies.Summary summary) {
      return new Summary(summary.requests(), summary.notifications());
    }
  }

  /** The V1::NotificationPolicy entity. */
  record First(
      boolean filterNotFollowing,
      boolean filterNotFollowers,
      boolean filterNewAccounts,
      boolean filterPrivateMentions,
      Summary summary) {
    static First of(NotificationPolicy policy, Summary summary) {
      return new First(
          policy.forNotFollowing() != Treatment.ACCEPT,
          policy.forNotFollowers() != Treatment.ACCEPT,
          policy.forNewAccounts() != Treatment.ACCEPT,
          policy.forPrivateMentions() != Treatment.ACCEPT,
          summary);
    }
  }

  static PolicyJson of(NotificationPolicy policy, Summary summary) {
    return new PolicyJson(
        word(policy.forNotFollowing()),
        word(policy.forNotFollowers()),
        word(policy.forNewAccounts()),
        word(policy.forPrivateMentions()),
        word(policy.forLimitedAccounts()),
        word(policy.forBots()),
        summary);
  }

  private static String word(Treatment treatment) {
    return switch (treatment) {
      case ACCEPT -> "accept";
      case FILTER -> "filter";
      case DROP -> "drop";
    };
  }
}
