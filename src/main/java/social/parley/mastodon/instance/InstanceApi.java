package social.parley.mastodon.instance;

import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.parley.about.Texts;
import social.parley.accounts.Accounts;
import social.parley.accounts.Role;
import social.parley.actors.Actors;
import social.parley.config.About;
import social.parley.config.Registration;
import social.parley.config.Settings;
import social.parley.federation.NodeCounts;
import social.parley.federation.Peers;
import social.parley.http.Endpoints;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ContentTypes;
import social.parley.mastodon.Views;
import social.parley.media.Media;
import social.parley.posts.PollDraft;
import social.parley.profiles.Profiles;
import social.parley.tags.FeaturedTags;

/**
 * {@code /api/v1/instance} and {@code /api/v2/instance}: what this server is and what it can do.
 */
public final class InstanceApi implements Endpoints {
  /** The release of Mastodon whose API is served in full, and its number among such. */
  private static final String VERSION = "4.6.0 (compatible; Parley %s)";

  private static final int LEVEL = 10;

  private static final List<String> ACCEPTED =
      List.of("image/jpeg", "image/png", "image/gif", "image/webp");

  private static final int PIXELS = 33_177_600;

  private final Settings settings;
  private final Running running;
  private final Texts texts;
  private final Actors actors;
  private final Accounts accounts;
  private final Views views;

  /** What only the running program knows. */
  public record Running(
      String version, NodeCounts counts, Peers peers, Supplier<String> vapidKey) {}

  public InstanceApi(
      Settings settings,
      Running running,
      Texts texts,
      Actors actors,
      Accounts accounts,
      Views views) {
    this.settings = settings;
    this.running = running;
    this.texts = texts;
    this.actors = actors;
    this.accounts = accounts;
    this.views = views;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/instance", ctx -> ctx.json(second()));
    routes.get("/api/v1/instance", ctx -> ctx.json(first()));
  }

  private String version() {
    return VERSION.formatted(running.version());
  }

  private Map<String, Object> second() {
    About about = settings.about();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("domain", settings.handleDomain());
    // GoToSocial's word for it, where its domain is the host.
    all.put("account_domain", settings.handleDomain());
    all.put("title", about.name());
    all.put("version", version());
    all.put("source_url", "https://parley.social/source");
    all.put("description", about.summary());
    all.put("usage", Map.of("users", Map.of("active_month", running.counts().now().activeMonth())));
    all.put(
        "thumbnail",
        Map.of(
            "url", views.pictures().banner(), "description", about.name(), "versions", Map.of()));
    all.put(
        "icon",
        views.pictures().icons().entrySet().stream()
            .map(
                icon -> Map.of("src", icon.getValue(), "size", icon.getKey() + "x" + icon.getKey()))
            .toList());
    all.put("languages", about.languages());
    Map<String, Object> configuration = configuration();
    configuration.put(
        "urls",
        nullable(
            "streaming", streaming(),
            "status", null,
            "about", settings.at("/about").value(),
            "privacy_policy", settings.at("/privacy-policy").value(),
            "terms_of_service",
                texts.terms().isEmpty() ? null : settings.at("/terms-of-service").value()));
    configuration.put("vapid", Map.of("public_key", running.vapidKey().get()));
    configuration.put("translation", Map.of("enabled", settings.translation() != null));
    configuration.put("timelines_access", timelinesAccess());
    configuration.put("limited_federation", settings.federation().onlyAllowed());
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
            settings.at("/auth/sign_up").value()));
    all.put("wrapstodon", null);
    all.put("api_versions", Map.of("mastodon", LEVEL));
    all.put("contact", nullable("email", about.contact(), "account", contact()));
    all.put("rules", rules());
    return all;
  }

  private static Map<String, Object> timelinesAccess() {
    Map<String, String> open = Map.of("local", "public", "remote", "public");
    return Map.of("live_feeds", open, "hashtag_feeds", open, "trending_link_feeds", open);
  }

  private Map<String, Object> first() {
    About about = settings.about();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("uri", settings.handleDomain());
    all.put("account_domain", settings.handleDomain());
    all.put("title", about.name());
    all.put("short_description", about.summary());
    all.put("description", about.summary());
    all.put("email", about.contact());
    all.put("version", version());
    all.put("urls", Map.of("streaming_api", streaming()));
    all.put(
        "stats",
        Map.of(
            "user_count", running.counts().now().users(),
            "status_count", running.counts().now().posts(),
            "domain_count", running.peers().domains().size()));
    all.put("thumbnail", views.pictures().banner());
    all.put("languages", about.languages());
    all.put("registrations", opensRegistration());
    all.put("approval_required", settings.registration() == Registration.APPROVAL);
    all.put("invites_enabled", settings.registration() == Registration.INVITE);
    all.put("configuration", configuration());
    all.put("contact_account", contact());
    all.put("rules", rules());
    all.putAll(olderWords());
    all.put(
        "pleroma",
        PleromaInstance.of(
            settings, running.counts().now().activeMonth(), running.vapidKey().get()));
    return all;
  }

  /** Limits as Pleroma and forks of Mastodon wrote them before there was a configuration. */
  private Map<String, Object> olderWords() {
    return Map.of(
        "max_toot_chars",
        settings.limits().postCharacters(),
        "poll_limits",
        Map.of(
            "max_options", settings.limits().pollOptions(),
            "max_option_chars", PollDraft.OPTION_CHARACTERS,
            "min_expiration", PollDraft.SHORTEST.toSeconds(),
            "max_expiration", PollDraft.LONGEST.toSeconds()),
        "upload_limit",
        largestUpload(),
        "description_limit",
        Media.MAX_DESCRIPTION);
  }

  private long largestUpload() {
    return Math.min(settings.limits().uploadBytes(), Media.MAX_BYTES);
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
            largestUpload(),
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
            "max_characters_per_option", PollDraft.OPTION_CHARACTERS,
            "min_expiration", PollDraft.SHORTEST.toSeconds(),
            "max_expiration", PollDraft.LONGEST.toSeconds()));
    return all;
  }

  private List<RuleJson> rules() {
    return RuleJson.of(texts.rules());
  }

  private @Nullable AccountJson contact() {
    return accounts.staff(Role.OWNER).stream()
        .findFirst()
        .flatMap(owner -> actors.byId(owner.actor()))
        .map(views.accounts()::of)
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
