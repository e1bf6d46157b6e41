package social.parley.mastodon;

/** The claims of OpenID Connect that tell a program who has logged in. */
record UserinfoJson(
    String iss,
    String sub,
    String name,
    String preferredUsername,
    String profile,
    String picture) {}
