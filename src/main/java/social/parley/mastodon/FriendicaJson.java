package social.parley.mastodon;

/** What Friendica adds to a Status, as far as everybody sees the same. */
record FriendicaJson(String title, long dislikesCount) {}
