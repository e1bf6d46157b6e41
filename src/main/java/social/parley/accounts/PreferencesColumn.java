package social.parley.accounts;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How preferences are stored; what is missing or unknown has its default. */
final class PreferencesColumn {
  private PreferencesColumn() {}

  static JsonNode write(Preferences preferences) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("reach", word(preferences.reach()))
            .put("sensitive", preferences.sensitive())
            .put("show_media", word(preferences.showMedia()))
            .put("expand_warnings", preferences.expandWarnings())
            .put("autoplay", preferences.autoplay())
            .put("quotes", word(preferences.quotes()))
            .put("show_favourites", preferences.showFavourites())
            .put("look", preferences.look().words());
    if (preferences.language() != null) json.put("language", preferences.language());
    return json;
  }

  static Preferences read(JsonNode json) {
    Preferences usual = Preferences.DEFAULT;
    return new Preferences(
        of(DefaultReach.values(), json.path("reach"), usual.reach()),
        json.path("sensitive").asBoolean(usual.sensitive()),
        json.path("language").isString() ? json.path("language").stringValue() : null,
        of(ShowMedia.values(), json.path("show_media"), usual.showMedia()),
        json.path("expand_warnings").asBoolean(usual.expandWarnings()),
        json.path("autoplay").asBoolean(usual.autoplay()),
        of(DefaultQuotes.values(), json.path("quotes"), usual.quotes()),
        json.path("show_favourites").asBoolean(usual.showFavourites()),
        Look.of(json.path("look").asString("")));
  }

  private static <E extends Enum<E>> E of(E[] all, JsonNode json, E fallback) {
    for (E one : all) if (word(one).equals(json.asString(""))) return one;
    return fallback;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
