package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Pictures;
import social.parley.mastodon.ProfileReader;
import social.parley.mastodon.TagLinks;
import social.parley.mastodon.Views;
import social.parley.mastodon.tags.FeaturedTagJson;
import social.parley.profiles.Profiles;
import social.parley.tags.FeaturedTags;

/** {@code /api/v1/profile}: a person's own profile as it is edited. */
public final class ProfileApi implements Endpoints {
  private static final String PATH = "/api/v1/profile";

  private final Authorization authorization;
  private final Pictures pictures;
  private final TagLinks links;
  private final Actors actors;
  private final Profiles profiles;
  private final FeaturedTags tags;

  public ProfileApi(Views views, Actors actors, Profiles profiles, FeaturedTags tags) {
    this.authorization = views.authorization();
    this.pictures = views.pictures();
    this.links = views.tags();
    this.actors = actors;
    this.profiles = profiles;
    this.tags = tags;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.patch(PATH, this::change);
    routes.put(PATH, this::change);
  }

  @Override
  public List<String> uploads() {
    return List.of(PATH);
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "read:accounts", "profile").actor();
    ctx.json(profile(actors.byId(me).orElseThrow(Refused.NotFound::new)));
  }

  private void change(Context ctx) {
    ActorId me = authorization.user(ctx, "write:accounts").actor();
    ctx.json(profile(profiles.edit(me, ProfileReader.change(Parameters.of(ctx)))));
  }

  private ProfileJson profile(Actor actor) {
    String avatar = actor.avatar() == null ? null : pictures.avatar(actor);
    String header = actor.header() == null ? null : pictures.header(actor);
    return new ProfileJson(
        actor.id().toString(),
        actor.displayName(),
        actor.bioSource(),
        actor.bioHtml(),
        actor.fields().stream().map(AccountJson.Field::source).toList(),
        actor.fields().stream().map(AccountJson.Field::shown).toList(),
        avatar,
        avatar,
        actor.avatarDescription(),
        header,
        header,
        actor.headerDescription(),
        actor.locked(),
        actor.bot(),
        actor.hideCollections(),
        actor.discoverable(),
        actor.indexable(),
        actor.tabs().media(),
        actor.tabs().mediaOfReplies(),
        actor.tabs().featured(),
        profiles.attributionDomains(actor.id()),
        tags.of(actor.id()).stream()
            .map(tag -> FeaturedTagJson.of(tag, links.url(tag.tag())))
            .toList());
  }
}
