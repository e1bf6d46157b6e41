package social.parley.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who is told of a feed in one of its forms, until when, and what they were told last. */
record HubSubscription(
    long id,
    String feed,
    String topic,
    String callback,
    String host,
    @Nullable String secret,
    Instant expiresAt,
    @Nullable Instant failingSince,
    @Nullable String told) {
  /** The callback and the secret are nobody's business, not even in log lines. */
  @Override
  public String toString() {
    return "HubSubscription[" + id + "]";
  }
}
