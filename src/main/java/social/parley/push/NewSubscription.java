package social.parley.push;

import java.util.Set;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.notifications.NotificationType;

/** What an app asks for; its keys are checked, and its address for being one of the web. */
public record NewSubscription(
    Iri endpoint,
    String p256dh,
    String auth,
    boolean standard,
    PushPolicy policy,
    Set<NotificationType> alerts) {
  private static final int LONGEST = 2048;

  public NewSubscription {
    alerts = Set.copyOf(alerts);
  }

  /**
   * Reads what was given.
   *
   * @throws Refused.Invalid when it cannot be used
   */
  public static NewSubscription of(
      String endpoint,
      String p256dh,
      String auth,
      boolean standard,
      PushPolicy policy,
      Set<NotificationType> alerts) {
    Iri address =
        Iri.parse(endpoint.strip())
            .filter(iri -> iri.value().length() <= LONGEST)
            .filter(iri -> iri.value().matches("(?i)https?://[^/?#].*"))
            .orElseThrow(() -> new Refused.Invalid("endpoint", "is not a valid URL"));
    AppKeys.read(p256dh, auth);
    return new NewSubscription(address, p256dh, auth, standard, policy, alerts);
  }
}
