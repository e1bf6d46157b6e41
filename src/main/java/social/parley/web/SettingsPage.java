package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Accounts;
import social.parley.accounts.DefaultQuotes;
import social.parley.accounts.DefaultReach;
import social.parley.accounts.Preferences;
import social.parley.accounts.ShowMedia;
import social.parley.actors.Actor;
import social.parley.core.Choice;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.profiles.ProfileChange;
import social.parley.profiles.Profiles;
import social.parley.words.Dictionary;
import social.parley.words.Words;

/** What people choose for themselves: their profile, and how they read and write. */
public final class SettingsPage implements Endpoints {
  private static final Map<String, String> LABELS =
      Map.of(
          "display_name", "field.name",
          "note", "profile.edit.bio",
          "fields", "profile.edit.fields",
          "file", "profile.edit.pictures",
          "avatar_description", "profile.edit.avatar.description",
          "header_description", "profile.edit.header.description",
          "attribution_domains", "profile.edit.attribution");

  private final Routing routing;
  private final Pages pages;
  private final Accounts accounts;
  private final Profiles profiles;
  private final Profile profile;
  private final List<ComposerView.Language> languages;

  SettingsPage(
      Routing routing, Pages pages, Accounts accounts, Profiles profiles, Profile profile) {
    this.routing = routing;
    this.pages = pages;
    this.accounts = accounts;
    this.profiles = profiles;
    this.profile = profile;
    this.languages = Languages.of(pages.site().languages());
  }

  /** The profile as others see it, with its texts as they were typed. */
  public record ProfileForm(
      ProfileView shown,
      Actor actor,
      List<ProfileChange.Row> rows,
      List<String> attributed,
      Problems problems) {
    /** What is wrong, each with the label of its field. */
    public List<String> told() {
      return problems.byField().entrySet().stream()
          .map(problem -> {
            String label = LABELS.get(problem.getKey());
            return label == null
                ? problem.getValue()
                : say("field.problem", say(label), problem.getValue());
          })
          .toList();
    }
  }

  /** The choices, and what one may choose from. */
  public record PreferencesForm(
      Preferences chosen, List<Words> locales, List<ComposerView.Language> languages) {}

  @Override
  public List<String> uploads() {
    return List.of("/settings/profile");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, "/settings", (ctx, _) -> LocalPath.go(ctx, "/settings/profile"));
    routing.memberPage(
        routes,
        "/settings/profile",
        (ctx, visitor) -> profile(ctx, visitor, rows(visitor.actor()), Problems.NONE));
    routing.memberForm(routes, "/settings/profile", this::saveProfile);
    routing.memberPage(routes, "/settings/preferences", this::preferences);
    routing.memberForm(routes, "/settings/preferences", this::savePreferences);
  }

  private void profile(
      Context ctx, Visitor visitor, List<ProfileChange.Row> rows, Problems problems) {
    pages.show(
        ctx,
        Head.of(say("profile.yours")).at(Nav.SETTINGS),
        "settings-profile",
        new ProfileForm(
            profile.of(visitor, visitor.actor()),
            visitor.actor(),
            rows,
            profiles.attributionDomains(visitor.id()),
            problems));
  }

  private static List<ProfileChange.Row> rows(Actor actor) {
    return padded(
        actor.fields().stream()
            .map(field -> new ProfileChange.Row(field.name(), field.source()))
            .toList());
  }

  private static List<ProfileChange.Row> padded(List<ProfileChange.Row> given) {
    List<ProfileChange.Row> rows = new ArrayList<>(given);
    while (rows.size() < Math.min(Profiles.MAX_FIELDS, Math.max(4, given.size() + 1)))
      rows.add(new ProfileChange.Row("", ""));
    return rows;
  }

  private void saveProfile(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    List<ProfileChange.Row> rows =
        given.each("fields").stream()
            .map(row -> new ProfileChange.Row(row.text("name", ""), row.text("value", "")))
            .toList();
    try {
      profiles.edit(visitor.id(), change(given, rows));
    } catch (Refused.Invalid wrong) {
      ctx.status(422);
      profile(ctx, visitor, padded(rows), Problems.of(wrong));
      return;
    }
    saved(ctx, "/settings/profile");
  }

  private static ProfileChange change(Parameters given, List<ProfileChange.Row> rows) {
    return new ProfileChange(
        given.text("display_name", ""),
        given.text("bio", "").replace("\r\n", "\n"),
        rows,
        new ProfileChange.Choices(
            given.flag("locked", false),
            given.flag("bot", false),
            given.flag("discoverable", false),
            given.flag("indexable", false),
            given.flag("hide_collections", false),
            given.flag("show_media", false),
            given.flag("show_media_replies", false),
            given.flag("show_featured", false)),
        picture(given, "avatar"),
        given.text("avatar_description"),
        picture(given, "header"),
        given.text("header_description"),
        given
            .text("attribution_domains", "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList());
  }

  private static ProfileChange.@Nullable Picture picture(Parameters given, String name) {
    UploadedFile file = given.file(name);
    if (file != null && file.size() > 0) return file::open;
    return given.flag("remove_" + name, false) ? ProfileChange.Picture.NONE : null;
  }

  private void preferences(Context ctx, Visitor visitor) {
    pages.show(
        ctx,
        Head.of(say("preferences.title")).at(Nav.SETTINGS),
        "settings-preferences",
        new PreferencesForm(visitor.account().preferences(), LanguagePage.all(), languages));
  }

  private void savePreferences(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    String language = given.text("language", "");
    Dictionary.find(given.text("locale", ""))
        .ifPresent(words -> accounts.saveLocale(visitor.account().id(), words.tag()));
    accounts.savePreferences(
        visitor.account().id(),
        new Preferences(
            Choice.of(DefaultReach.class, given.text("reach", "")).orElse(DefaultReach.PUBLIC),
            given.flag("sensitive", false),
            language.isBlank() ? null : language,
            Choice.of(ShowMedia.class, given.text("show_media", "")).orElse(ShowMedia.DEFAULT),
            given.flag("expand_warnings", false),
            given.flag("autoplay", false),
            Choice.of(DefaultQuotes.class, given.text("quotes", "")).orElse(DefaultQuotes.PUBLIC),
            given.flag("show_favourites", false),
            visitor.account().preferences().look()));
    saved(ctx, "/settings/preferences");
  }

  private void saved(Context ctx, String path) {
    pages.notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, path);
  }
}
