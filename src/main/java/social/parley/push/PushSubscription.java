package social.parley.push;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.notifications.NotificationType;

/**
 * Where one app or browser wants to be woken, and for what; it belongs to an access token or to a
 * session. {@code standard} means in the final form of the encryption, not that of its draft.
 */
public record PushSubscription(
    int id,
    @Nullable Long tokenId,
    @Nullable Long sessionId,
    ActorId actorId,
    String secret,
    Iri endpoint,
    String p256dh,
    String auth,
    boolean standard,
    PushPolicy policy,
    Set<NotificationType> alerts,
    @Nullable Instant failingSince,
    Instant createdAt) {
  public PushSubscription {
    alerts = Set.copyOf(alerts);
  }

  /** The address and the secret are nobody's business, not even in log lines. */
  @Override
  public String toString() {
    return "PushSubscription[" + id + "]";
  }
}
