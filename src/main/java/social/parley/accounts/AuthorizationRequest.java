package social.parley.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A program's wish to act for a person (RFC 6749, section 4.1.1), checked: the program exists, and
 * the person will be sent back to an address that it has named before.
 */
public record AuthorizationRequest(
    Application application,
    String redirectUri,
    Scopes scopes,
    String state,
    @Nullable String challenge,
    boolean forceLogin) {

  /** What reading the parameters of a request came to. */
  public sealed interface Result {
    /** Ask the person. */
    record Valid(AuthorizationRequest request) implements Result {}

    /**
     * The program is known but asks for something wrong: send the browser there, with the error.
     */
    record SentBack(String location) implements Result {}

    /** Nothing in it can be trusted: tell the person, and send them nowhere. */
    record Unusable(String reason) implements Result {}
  }

  /**
   * Reads the parameters of {@code /oauth/authorize}.
   *
   * @param parameter gives a parameter by its name, or null
   */
  public static Result read(Applications applications, UnaryOperator<@Nullable String> parameter) {
    Optional<Application> application = applications.byClientId(text(parameter, "client_id"));
    if (application.isEmpty())
      return new Result.Unusable("This application is not known to this server.");
    String redirect = text(parameter, "redirect_uri");
    if (!application.get().redirectUris().contains(redirect))
      return new Result.Unusable("The address to return to is not one that the application named.");
    return read(application.get(), redirect, parameter);
  }

  private static Result read(
      Application application, String redirect, UnaryOperator<@Nullable String> parameter) {
    String state = text(parameter, "state");
    Scopes scopes = application.requested(text(parameter, "scope")).orElse(null);
    String challenge = parameter.apply("code_challenge");
    if (challenge != null && challenge.isEmpty()) challenge = null;
    String error = null;
    if (!text(parameter, "response_type").equals("code")) error = "unsupported_response_type";
    else if (scopes == null) error = "invalid_scope";
    else if (challenge != null && !isS256(challenge, text(parameter, "code_challenge_method")))
      error = "invalid_request";
    if (error != null || scopes == null)
      return redirect.equals(Application.OUT_OF_BAND)
          ? new Result.Unusable("The application asks for something wrong: " + error)
          : new Result.SentBack(location(redirect, "error", String.valueOf(error), state));
    String force = text(parameter, "force_login");
    boolean forceLogin = !force.isEmpty() && !force.equals("0") && !force.equals("false");
    return new Result.Valid(
        new AuthorizationRequest(application, redirect, scopes, state, challenge, forceLogin));
  }

  private static boolean isS256(String challenge, String method) {
    return method.equals("S256") && challenge.matches("[A-Za-z0-9_-]{43}");
  }

  private static String text(UnaryOperator<@Nullable String> parameter, String name) {
    String value = parameter.apply(name);
    return value == null ? "" : value;
  }

  /** Whether the person is to be shown the code instead of being sent back. */
  public boolean isOutOfBand() {
    return redirectUri.equals(Application.OUT_OF_BAND);
  }

  /** Where to send the browser after a yes. */
  public String granted(String code) {
    return location(redirectUri, "code", code, state);
  }

  /** Where to send the browser after a no. */
  public String denied() {
    return location(redirectUri, "error", "access_denied", state);
  }

  /** Adds to the address as it was registered, which must come back letter by letter. */
  private static String location(String redirect, String name, String value, String state) {
    StringBuilder location = new StringBuilder(redirect);
    location.append(redirect.indexOf('?') < 0 ? '?' : '&');
    location.append(name).append('=').append(encode(value));
    if (!state.isEmpty()) location.append("&state=").append(encode(state));
    return location.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
