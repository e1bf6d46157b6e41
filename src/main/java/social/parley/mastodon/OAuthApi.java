package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import social.parley.accounts.Access;
import social.parley.accounts.Application;
import social.parley.accounts.Applications;
import social.parley.accounts.Grants;
import social.parley.accounts.IssuedToken;
import social.parley.accounts.Scopes;
import social.parley.accounts.Tokens;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** {@code /oauth}, but for the page on which people agree: codes and secrets become tokens. */
final class OAuthApi implements Endpoints {
  private final Settings settings;
  private final Authorization authorization;
  private final Applications applications;
  private final Grants grants;
  private final Tokens tokens;
  private final Actors actors;
  private final Function<Actor, String> picture;

  /**
   * @param picture where an actor's avatar is, or the one for those without
   */
  OAuthApi(
      Settings settings,
      Authorization authorization,
      Applications applications,
      Grants grants,
      Tokens tokens,
      Actors actors,
      Function<Actor, String> picture) {
    this.settings = settings;
    this.authorization = authorization;
    this.applications = applications;
    this.grants = grants;
    this.tokens = tokens;
    this.actors = actors;
    this.picture = picture;
  }

  /** An error as OAuth writes it (RFC 6749, section 5.2). */
  private record OAuthError(String error, String errorDescription) {
    static final OAuthError CLIENT =
        new OAuthError(
            "invalid_client",
            "Client authentication failed: the client is unknown, or its secret is wrong.");
    static final OAuthError GRANT =
        new OAuthError(
            "invalid_grant",
            "The authorization code is wrong, expired, used already, or meant for another"
                + " client, redirect URI or code verifier.");
    static final OAuthError GRANT_TYPE =
        new OAuthError(
            "unsupported_grant_type",
            "This server knows authorization_code and client_credentials.");
    static final OAuthError SCOPE =
        new OAuthError(
            "invalid_scope", "A scope does not exist, or the client did not register for it.");
    static final OAuthError REVOCATION =
        new OAuthError("unauthorized_client", "You are not authorized to revoke this token");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/oauth/token", this::token);
    routes.post("/oauth/revoke", this::revoke);
    routes.get("/oauth/userinfo", this::userinfo);
    routes.post("/oauth/userinfo", this::userinfo);
    routes.get("/.well-known/oauth-authorization-server", this::metadata);
  }

  private void token(Context ctx) {
    Parameters given = Parameters.of(ctx);
    Application application = client(ctx).orElse(null);
    if (application == null) {
      refuse(ctx, 401, OAuthError.CLIENT);
      return;
    }
    switch (given.text("grant_type", "")) {
      case "authorization_code" -> redeem(ctx, application, given);
      case "client_credentials" -> issue(ctx, application, given);
      case "" ->
          refuse(
              ctx,
              400,
              new OAuthError("invalid_request", "Missing required parameter: grant_type."));
      default -> refuse(ctx, 400, OAuthError.GRANT_TYPE);
    }
  }

  private void redeem(Context ctx, Application application, Parameters given) {
    Optional<IssuedToken> issued =
        grants.redeem(
            application,
            given.text("code", ""),
            given.text("redirect_uri", ""),
            given.text("code_verifier", ""));
    if (issued.isPresent()) ctx.json(TokenJson.of(issued.get()));
    else refuse(ctx, 400, OAuthError.GRANT);
  }

  private void issue(Context ctx, Application application, Parameters given) {
    Optional<Scopes> scopes = application.requested(given.text("scope", ""));
    if (scopes.isPresent()) ctx.json(TokenJson.of(tokens.issue(application, null, scopes.get())));
    else refuse(ctx, 400, OAuthError.SCOPE);
  }

  private void revoke(Context ctx) {
    Application application = client(ctx).orElse(null);
    String token = Parameters.of(ctx).text("token", "");
    if (application != null && tokens.revoke(application, token)) ctx.json(Map.of());
    else refuse(ctx, 403, OAuthError.REVOCATION);
  }

  private static void refuse(Context ctx, int status, OAuthError error) {
    if (status == 401) ctx.header("WWW-Authenticate", "Basic realm=\"Parley\"");
    ctx.status(status).json(error);
  }

  /** The program whose credentials stand in the header or among the parameters. */
  private Optional<Application> client(Context ctx) {
    Parameters given = Parameters.of(ctx);
    String id = given.text("client_id", "");
    String secret = given.text("client_secret", "");
    String header = ctx.header("Authorization");
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      String[] pair = basic(header.substring(6).strip()).split(":", 2);
      if (pair.length < 2) return Optional.empty();
      id = pair[0];
      secret = pair[1];
    }
    return applications.authenticate(id, secret);
  }

  private static String basic(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private void userinfo(Context ctx) {
    Access access = authorization.user(ctx, "profile");
    Actor actor = actors.byId(access.actor()).orElseThrow(Refused.NotFound::new);
    ctx.json(
        new UserinfoJson(
            settings.at("/").value(),
            actor.iri().value(),
            actor.name(),
            actor.username(),
            actor.url(),
            picture.apply(actor)));
  }

  private void metadata(Context ctx) {
    Caching.shared(ctx, Duration.ofMinutes(5));
    ctx.json(AuthorizationServerJson.of(settings));
  }
}
