package social.parley.websub;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.core.Refused;

/** What somebody asks the hub for; it is not yet known whether the callback agrees. */
public record HubRequest(
    boolean subscribe, String topic, String callback, @Nullable String secret, long lease) {
  private static final int LONGEST_ADDRESS = 512;
  private static final int LONGEST_SECRET = 200;
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
  private static final Duration USUAL_LEASE = Duration.ofDays(10);
  private static final Duration LONGEST_LEASE = Duration.ofDays(30);

  /**
   * Reads the fields of the form.
   *
   * @throws Refused.Invalid when they cannot be used
   */
  public static HubRequest of(
      @Nullable String mode,
      @Nullable String topic,
      @Nullable String callback,
      @Nullable String secret,
      @Nullable Long lease) {
    boolean subscribe = "subscribe".equals(mode);
    if (!subscribe && !"unsubscribe".equals(mode))
      throw new Refused.Invalid("hub.mode", "hub.mode must be subscribe or unsubscribe");
    if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length >= LONGEST_SECRET)
      throw new Refused.Invalid("hub.secret", "hub.secret must be shorter than 200 bytes");
    long seconds = lease == null || lease <= 0 ? USUAL_LEASE.toSeconds() : lease;
    return new HubRequest(
        subscribe,
        web("hub.topic", topic),
        web("hub.callback", callback),
        secret == null || secret.isEmpty() ? null : secret,
        Math.clamp(seconds, SHORTEST_LEASE.toSeconds(), LONGEST_LEASE.toSeconds()));
  }

  private static String web(String field, @Nullable String address) {
    return Iri.parse(address == null ? "" : address)
        .filter(iri -> iri.isWeb() && iri.equals(iri.withoutFragment()))
        .map(Iri::value)
        .filter(value -> value.length() <= LONGEST_ADDRESS)
        .orElseThrow(() -> new Refused.Invalid(field, field + " must be an address of the web"));
  }

  /** The callback and the secret are nobody's business, not even in log lines. */
  @Override
  public String toString() {
    return "HubRequest[" + mode() + " " + topic + "]";
  }

  String mode() {
    return subscribe ? "subscribe" : "unsubscribe";
  }
}
