package social.parley.mastodon;

import java.util.List;
import social.parley.accounts.Scopes;
import social.parley.config.Settings;

/** What a program can find out about the OAuth server before it knows anything else (RFC 8414). */
record AuthorizationServerJson(
    String issuer,
    String serviceDocumentation,
    String authorizationEndpoint,
    String tokenEndpoint,
    String appRegistrationEndpoint,
    String revocationEndpoint,
    String userinfoEndpoint,
    List<String> scopesSupported,
    List<String> responseTypesSupported,
    List<String> responseModesSupported,
    List<String> grantTypesSupported,
    List<String> tokenEndpointAuthMethodsSupported,
    List<String> codeChallengeMethodsSupported) {

  static AuthorizationServerJson of(Settings settings) {
    return new AuthorizationServerJson(
        settings.at("/").value(),
        settings.at("/about").value(),
        settings.at("/oauth/authorize").value(),
        settings.at("/oauth/token").value(),
        settings.at("/api/v1/apps").value(),
        settings.at("/oauth/revoke").value(),
        settings.at("/oauth/userinfo").value(),
        Scopes.ALL,
        List.of("code"),
        List.of("query"),
        List.of("authorization_code", "client_credentials"),
        List.of("client_secret_basic", "client_secret_post"),
        List.of("S256"));
  }
}
