package social.parley.notifications;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Standing;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.storage.Reading;

/** Decides by the recipient's policy what becomes of a notification. */
final class Screening {
  private static final Duration NEW_ACCOUNT = Duration.ofDays(30);
  private static final Duration NEW_FOLLOWER = Duration.ofDays(3);

  private final PolicyStore store = new PolicyStore();

  Treatment judge(Reading db, Occasion occasion, @Nullable Post post, Instant now) {
    if (!occasion.type().isScreened()) return Treatment.ACCEPT;
    Sender sender = store.sender(db, occasion.recipient(), occasion.actor());
    if (sender.permitted()) return Treatment.ACCEPT;
    NotificationPolicy policy = sender.policy();
    Treatment treatment = Treatment.ACCEPT;
    Instant since = sender.followerSince();
    if (since == null || since.isAfter(now.minus(NEW_FOLLOWER)))
      treatment = treatment.or(policy.forNotFollowers());
    if (sender.following()) return treatment;
    treatment = treatment.or(policy.forNotFollowing());
    if (sender.createdAt().isAfter(now.minus(NEW_ACCOUNT)))
      treatment = treatment.or(policy.forNewAccounts());
    if (sender.standing() == Standing.LIMITED)
      treatment = treatment.or(policy.forLimitedAccounts());
    if (sender.bot()) treatment = treatment.or(policy.forBots());
    if (policy.forPrivateMentions() != Treatment.ACCEPT && isUnaskedLetter(db, occasion, post))
      treatment = treatment.or(policy.forPrivateMentions());
    return treatment;
  }

  /** Whom one has written to may write back. */
  private boolean isUnaskedLetter(Reading db, Occasion occasion, @Nullable Post post) {
    if (post == null || post.reach() != Reach.MENTIONED) return false;
    return !store.hasWritten(db, occasion.recipient(), occasion.actor(), post);
  }
}
