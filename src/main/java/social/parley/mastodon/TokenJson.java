package social.parley.mastodon;

import social.parley.accounts.IssuedToken;

/** The Token entity. */
record TokenJson(String accessToken, String tokenType, String scope, long createdAt) {
  static TokenJson of(IssuedToken issued) {
    return new TokenJson(
        issued.secret(),
        "Bearer",
        issued.token().scopes().toString(),
        issued.token().createdAt().getEpochSecond());
  }
}
