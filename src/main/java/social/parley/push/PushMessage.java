package social.parley.push;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an app reads when it is woken; the members are named as Mastodon's apps expect them. A
 * browser has no access token.
 */
record PushMessage(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("preferred_locale") String preferredLocale,
    @JsonProperty("notification_id") long notificationId,
    @JsonProperty("notification_type") String notificationType,
    @JsonProperty("icon") String icon,
    @JsonProperty("title") String title,
    @JsonProperty("body") String body) {}
