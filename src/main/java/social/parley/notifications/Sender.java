package social.parley.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Standing;

/**
 * How the one who caused a notification stands to its recipient, and what the recipient has chosen;
 * the choices are null while nothing was chosen.
 */
record Sender(
    boolean permitted,
    boolean following,
    @Nullable Instant followerSince,
    boolean bot,
    Standing standing,
    Instant createdAt,
    @Nullable Treatment forNotFollowing,
    @Nullable Treatment forNotFollowers,
    @Nullable Treatment forNewAccounts,
    @Nullable Treatment forPrivateMentions,
    @Nullable Treatment forLimitedAccounts,
    @Nullable Treatment forBots) {

  NotificationPolicy policy() {
    if (forNotFollowing == null
        || forNotFollowers == null
        || forNewAccounts == null
        || forPrivateMentions == null
        || forLimitedAccounts == null
        || forBots == null) return NotificationPolicy.USUAL;
    return new NotificationPolicy(
        forNotFollowing,
        forNotFollowers,
        forNewAccounts,
        forPrivateMentions,
        forLimitedAccounts,
        forBots);
  }
}
