package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Application;
import social.parley.accounts.RegisteredApplication;

/** The Application entity. */
record ApplicationJson(
    String id,
    String name,
    @Nullable String website,
    List<String> scopes,
    List<String> redirectUris,
    String redirectUri,
    String vapidKey) {

  /** The CredentialApplication entity: what the program itself sees, once. */
  record Own(
      @JsonUnwrapped ApplicationJson application,
      String clientId,
      String clientSecret,
      long clientSecretExpiresAt) {}

  static ApplicationJson of(Application application, String vapidKey) {
    return new ApplicationJson(
        Long.toString(application.id()),
        application.name(),
        application.website(),
        application.scopes().names(),
        application.redirectUris(),
        String.join("\n", application.redirectUris()),
        vapidKey);
  }

  static Own of(RegisteredApplication registered, String vapidKey) {
    Application application = registered.application();
    return new Own(of(application, vapidKey), application.clientId(), registered.secret(), 0);
  }
}
