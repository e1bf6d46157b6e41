package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Accounts;
import social.parley.accounts.Role;
import social.parley.actors.Actors;
import social.parley.config.About;
import social.parley.config.Registration;
import social.parley.config.Settings;
import social.parley.federation.NodeCounts;
import social.parley.federation.Peers;
import social.parley.http.Endpoints;
import social.parley.media.Media;
import social.parley.profiles.Profiles;
import social.parley.tags.FeaturedTags;

/**
 * {@code /api/v1/instance} and {@code /api/v2/instance}: what this server is and what it can do.
 */
final class InstanceApi implements Endpoints {
  /** The level of Mastodon's API that is served in full. */
  private static final String VERSION = "4.2.0 (compatible; Parley %s)";

  private static final List<String> ACCEPTED =
      List.of("image/jpeg", "image/png", "image/gif", "image/webp");

  private static final int PIXELS = 33_177_600;

  private final Settings settings;
  private final String version;
  private final NodeCounts counts;
  private final Peers peers;
  private final Actors actors;
  private final Accounts accounts;
  private final AccountView view;
  private final Pictures pictures;
  private final Supplier<String> vapidKey;

  InstanceApi(
      Settings settings,
      String version,
      NodeCounts counts,
      Peers peers,
      Actors actors,
      Accounts accounts,
      AccountView view,
      Pictures pictures,
      Supplier<String> vapidKey) {
    this.settings = settings;
    this.version = VERSION.formatted(version);
    this.counts = counts;
    this.peers = peers;
    this.actors = actors;
    this.accounts = accounts;
    this.view = view;
    this.pictures = pictures;
    this.vapidKey = vapidKey;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/instance", ctx -> ctx.json(second()));
    routes.get("/api/v1/instance", ctx -> ctx.json(first()));
    routes.get("/api/v1/instance/rules", ctx -> ctx.json(rules()));
    routes.get("/api/v1/instance/peers", ctx -> ctx.json(peers.domains()));
    routes.get("/api/v1/instance/extended_description", this::description);
    routes.get("/api/v1/instance/languages", this::languages);
  }

  private Map<String, Object> second() {
    About about = settings.about();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("domain", settings.handleDomain());
    all.put("title", about.name());
    all.put("version", version);
    all.put("source_url", "https://parley.social/source");
    all.put("description", about.summary());
    all.put("usage", Map.of("users", Map.of("active_month", counts.now().activeMonth())));
    all.put(
        "thumbnail",
        Map.of("url", pictures.banner(), "description", about.name(), "versions", Map.of()));
    all.put("icon", List.of(Map.of("src", pictures.icon(), "size", "192x192")));
    all.put("languages", about.languages());
    Map<String, Object> configuration = configuration();
    configuration.put(
        "urls",
        nullable(
            "streaming", streaming(),
            "status", null,
            "about", settings.at("/about").value(),
            "privacy_policy", null,
            "terms_of_service", null));
    configuration.put("vapid", Map.of("public_key", vapidKey.get()));
    configuration.put("translation", Map.of("enabled", settings.translation() != null));
    configuration.put("timelines_access", timelinesAccess());
    configuration.put("limited_federation", false);
    all.put("configuration", configuration);
    all.put(
        "registrations",
        nullable(
            "enabled",
            opensRegistration(),
            "approval_required",
            settings.registration() == Registration.APPROVAL,
            "reason_required",
            settings.registration() == Registration.APPROVAL,
            "message",
            null,
            "min_age",
            null,
            "url",
            null));
    all.put("wrapstodon", null);
    all.put("api_versions", Map.of("mastodon", 1));
    all.put("contact", nullable("email", about.contact(), "account", contact()));
    all.put("rules", rules());
    return all;
  }

  private static Map<String, Object> timelinesAccess() {
    Map<String, String> open = Map.of("local", "public", "remote", "public");
    Map<String, String> closed = Map.of("local", "disabled", "remote", "disabled");
    return Map.of("live_feeds", open, "hashtag_feeds", open, "trending_link_feeds", closed);
  }

  private Map<String, Object> first() {
    About about = settings.about();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("uri", settings.handleDomain());
    all.put("title", about.name());
    all.put("short_description", about.summary());
    all.put("description", about.summary());
    all.put("email", about.contact());
    all.put("version", version);
    all.put("urls", Map.of("streaming_api", streaming()));
    all.put(
        "stats",
        Map.of(
            "user_count", counts.now().users(),
            "status_count", counts.now().posts(),
            "domain_count", peers.domains().size()));
    all.put("thumbnail", pictures.banner());
    all.put("languages", about.languages());
    all.put("registrations", opensRegistration());
    all.put("approval_required", settings.registration() == Registration.APPROVAL);
    all.put("invites_enabled", settings.registration() == Registration.INVITE);
    all.put("configuration", configuration());
    all.put("contact_account", contact());
    all.put("rules", rules());
    return all;
  }

  private boolean opensRegistration() {
    return switch (settings.registration()) {
      case OPEN, APPROVAL -> true;
      case INVITE, CLOSED -> false;
    };
  }

  private Map<String, Object> configuration() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "accounts",
        Map.of(
            "max_display_name_length", Profiles.MAX_NAME,
            "max_note_length", Profiles.MAX_BIO,
            "max_featured_tags", FeaturedTags.MOST,
            "max_pinned_statuses", 5,
            "max_profile_fields", Profiles.MAX_FIELDS,
            "profile_field_name_limit", Profiles.MAX_FIELD,
            "profile_field_value_limit", Profiles.MAX_FIELD,
            "max_avatar_description_length", Profiles.MAX_DESCRIPTION,
            "max_header_description_length", Profiles.MAX_DESCRIPTION));
    all.put(
        "statuses",
        Map.of(
            "max_characters",
            settings.limits().postCharacters(),
            "max_media_attachments",
            settings.limits().postAttachments(),
            "characters_reserved_per_url",
            23,
            "supported_mime_types",
            ContentTypes.SUPPORTED));
    all.put(
        "media_attachments",
        Map.of(
            "description_limit",
            Media.MAX_DESCRIPTION,
            "supported_mime_types",
            ACCEPTED,
            "image_size_limit",
            Media.MAX_BYTES,
            "image_matrix_limit",
            PIXELS,
            "video_size_limit",
            0,
            "video_frame_rate_limit",
            0,
            "video_matrix_limit",
            0));
    all.put("reactions", Map.of("max_reactions", settings.limits().reactions()));
    all.put(
        "polls",
        Map.of(
            "max_options", settings.limits().pollOptions(),
            "max_characters_per_option", 100,
            "min_expiration", 300,
            "max_expiration", 2_629_746));
    return all;
  }

  private List<Map<String, Object>> rules() {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (String rule : settings.about().rules())
      rules.add(
          nullable(
              "id",
              Integer.toString(rules.size() + 1),
              "text",
              rule,
              "hint",
              "",
              "translations",
              Map.of()));
    return rules;
  }

  private void description(Context ctx) {
    String text = Entities.escape(settings.about().summary());
    ctx.json(nullable("updated_at", null, "content", "<p>" + text + "</p>"));
  }

  private void languages(Context ctx) {
    ctx.json(
        List.of(Locale.getISOLanguages()).stream()
            .map(code -> Map.of("code", code, "name", name(code)))
            .toList());
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private @Nullable AccountJson contact() {
    return accounts.staff(Role.OWNER).stream()
        .findFirst()
        .flatMap(owner -> actors.byId(owner.actor()))
        .map(view::of)
        .orElse(null);
  }

  private String streaming() {
    return settings.url().value().replaceFirst("^http", "ws");
  }

  /** Names and values in turn; other than {@code Map.of} it takes null for a value. */
  private static Map<String, Object> nullable(@Nullable Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    return map;
  }
}
