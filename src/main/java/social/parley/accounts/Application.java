package social.parley.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /**
   * The scopes that a request of this program names, or the usual ones when it names none; nothing
   * when one of them does not exist or was not among those it registered with.
   */
  public Optional<Scopes> requested(String text) {
    if (text.isBlank())
      return Optional.of(scopes.coversAll(Scopes.DEFAULT.names()) ? Scopes.DEFAULT : scopes);
    return Scopes.parse(text).filter(wanted -> scopes.coversAll(wanted.names()));
  }
}
