package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.accounts.DefaultQuotes;
import social.parley.accounts.DefaultReach;
import social.parley.accounts.Preferences;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Choice;
import social.parley.core.Refused;
import social.parley.follows.Follows;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Reach;
import social.parley.profiles.ProfileChange;
import social.parley.profiles.Profiles;

/** {@code verify_credentials} and {@code update_credentials}: a person's own profile. */
final class CredentialsApi implements Endpoints {
  private final Authorization authorization;
  private final Actors actors;
  private final Accounts accounts;
  private final Follows follows;
  private final Profiles profiles;
  private final AccountView view;

  CredentialsApi(
      Authorization authorization,
      Actors actors,
      Accounts accounts,
      Follows follows,
      Profiles profiles,
      AccountView view) {
    this.authorization = authorization;
    this.actors = actors;
    this.accounts = accounts;
    this.follows = follows;
    this.profiles = profiles;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/accounts/verify_credentials", this::verify);
    routes.patch("/api/v1/accounts/update_credentials", this::update);
    routes.delete("/api/v1/profile/avatar", this::deleteAvatar);
    routes.delete("/api/v1/profile/header", this::deleteHeader);
  }

  @Override
  public List<String> uploads() {
    return List.of("/api/v1/accounts/update_credentials");
  }

  private void verify(Context ctx) {
    ctx.json(own(authorization.user(ctx, "read:accounts", "profile").person()));
  }

  private void update(Context ctx) {
    Account account = authorization.user(ctx, "write:accounts").person();
    Parameters given = Parameters.of(ctx);
    Preferences chosen = preferences(given.in("source"), account.preferences());
    // As Pleroma's apps say it.
    Boolean hide = given.flag("hide_favorites");
    if (hide != null) chosen = chosen.withFavouritesShown(!hide);
    profiles.edit(account.actor(), ProfileReader.change(given));
    if (!chosen.equals(account.preferences())) accounts.savePreferences(account.id(), chosen);
    ctx.json(own(accounts.byId(account.id()).orElseThrow(Refused.NotFound::new)));
  }

  private static Preferences preferences(Parameters source, Preferences now) {
    Preferences chosen = now;
    String privacy = source.text("privacy");
    if (privacy != null && !privacy.isEmpty()) {
      Reach reach =
          Visibilities.reach(privacy)
              .orElseThrow(
                  () -> new Refused.Invalid("source", "privacy is not included in the list"));
      chosen = chosen.withReach(DefaultReach.valueOf(reach.name()));
    }
    Boolean sensitive = source.flag("sensitive");
    if (sensitive != null) chosen = chosen.withSensitive(sensitive);
    String quotes = source.text("quote_policy", "");
    if (!quotes.isEmpty()) chosen = chosen.withQuotes(quotes(quotes));
    String language = source.text("language");
    return language == null ? chosen : chosen.withLanguage(language.isEmpty() ? null : language);
  }

  private static DefaultQuotes quotes(String word) {
    return Choice.of(DefaultQuotes.class, word)
        .orElseThrow(
            () -> new Refused.Invalid("source", "quote_policy is not included in the list"));
  }

  private void deleteAvatar(Context ctx) {
    change(ctx, ProfileChange.pictures(ProfileChange.Picture.NONE, null));
  }

  private void deleteHeader(Context ctx) {
    change(ctx, ProfileChange.pictures(null, ProfileChange.Picture.NONE));
  }

  private void change(Context ctx, ProfileChange change) {
    Account account = authorization.user(ctx, "write:accounts").person();
    profiles.edit(account.actor(), change);
    ctx.json(own(account));
  }

  private AccountJson.Own own(Account account) {
    Actor actor = actors.byId(account.actor()).orElseThrow(Refused.NotFound::new);
    return new AccountJson.Own(
        view.of(actor), source(account, actor), AccountJson.Role.of(account.role()));
  }

  private AccountJson.Source source(Account account, Actor actor) {
    Preferences chosen = account.preferences();
    return new AccountJson.Source(
        Visibilities.name(Reach.valueOf(chosen.reach().name())),
        chosen.sensitive(),
        chosen.language(),
        actor.bioSource(),
        actor.fields().stream().map(field -> AccountJson.Field.source(field)).toList(),
        follows.requestCount(actor.id()),
        actor.hideCollections(),
        actor.discoverable(),
        actor.indexable(),
        profiles.attributionDomains(actor.id()),
        chosen.quotes().name().toLowerCase(Locale.ROOT));
  }
}
