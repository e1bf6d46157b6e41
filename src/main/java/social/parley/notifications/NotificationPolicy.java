package social.parley.notifications;

/** What becomes of notifications from people of several kinds. */
public record NotificationPolicy(
    Treatment forNotFollowing,
    Treatment forNotFollowers,
    Treatment forNewAccounts,
    Treatment forPrivateMentions,
    Treatment forLimitedAccounts,
    Treatment forBots) {
  /** For whoever has chosen nothing. */
  public static final NotificationPolicy USUAL =
      new NotificationPolicy(
          Treatment.ACCEPT,
          Treatment.ACCEPT,
          Treatment.ACCEPT,
          Treatment.FILTER,
          Treatment.FILTER,
          Treatment.ACCEPT);
}
