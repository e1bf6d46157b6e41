package social.parley.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that people let act for them (RFC 6749 calls it a client). */
public record Application(
    long id,
    String clientId,
    String name,
    @Nullable String website,
    List<String> redirectUris,
    Scopes scopes,
    Instant createdAt) {
  /** The redirect address of programs that cannot be redirected to; the person copies the code. */
  public static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  public Application {
    redirectUris = List.copyOf(redirectUris);
  }
}
