package social.parley.mastodon.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.parley.actors.RemoteProfile;
import social.parley.config.Settings;
import social.parley.mastodon.ContentTypes;
import social.parley.profiles.Profiles;

/**
 * What apps for Pleroma and Akkoma look for in {@code /api/v1/instance} before they offer something
 * that Mastodon has not: only what works here as it does there.
 */
final class PleromaInstance {
  private static final List<String> FEATURES =
      List.of(
          "pleroma_api",
          "mastodon_api",
          "mastodon_api_streaming",
          "polls",
          "v2_suggestions",
          "profile_directory",
          "quote_posting",
          "editing",
          "pleroma_emoji_reactions",
          "custom_emoji_reactions",
          "exposable_reactions",
          "pleroma:api/v1/notifications:include_types_filter");

  private PleromaInstance() {}

  static Map<String, Object> of(Settings settings, long activeMonth, String vapidKey) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("features", features(settings));
    metadata.put(
        "fields_limits",
        Map.of(
            "max_fields", Profiles.MAX_FIELDS,
            "max_remote_fields", RemoteProfile.MOST_FIELDS,
            "name_length", Profiles.MAX_FIELD,
            "value_length", Profiles.MAX_FIELD));
    metadata.put("post_formats", ContentTypes.SUPPORTED);
    metadata.put("account_activation_required", settings.smtp() != null);
    metadata.put("federation", Map.of("enabled", true));
    metadata.put("privileged_staff", false);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("metadata", metadata);
    all.put("stats", Map.of("mau", activeMonth));
    all.put("vapid_public_key", vapidKey);
    return all;
  }

  private static List<String> features(Settings settings) {
    List<String> all = new ArrayList<>(FEATURES);
    if (settings.translation() != null) all.add("akkoma:machine_translation");
    return all;
  }
}
