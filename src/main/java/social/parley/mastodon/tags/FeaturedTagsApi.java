package social.parley.mastodon.tags;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.tags.FeaturedTag;
import social.parley.tags.FeaturedTags;

/** {@code /api/v1/featured_tags}, and those of others. */
public final class FeaturedTagsApi implements Endpoints {
  private final Views views;
  private final TagView view;
  private final Actors actors;
  private final FeaturedTags featured;

  public FeaturedTagsApi(Views views, TagView view, Actors actors, FeaturedTags featured) {
    this.views = views;
    this.view = view;
    this.actors = actors;
    this.featured = featured;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/featured_tags", ctx -> ctx.json(shown(reader(ctx))));
    routes.get(
        "/api/v1/featured_tags/suggestions",
        ctx -> {
          ActorId me = reader(ctx);
          ctx.json(view.of(me, featured.suggestions(me)));
        });
    routes.post("/api/v1/featured_tags", this::add);
    routes.delete("/api/v1/featured_tags/{id}", this::remove);
    routes.get("/api/v1/accounts/{id}/featured_tags", this::ofOther);
  }

  private List<FeaturedTagJson> shown(ActorId of) {
    return featured.of(of).stream().map(this::json).toList();
  }

  private FeaturedTagJson json(FeaturedTag tag) {
    return FeaturedTagJson.of(tag, views.tags().url(tag.tag()));
  }

  private void add(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:accounts").actor();
    ctx.json(json(featured.add(me, Parameters.of(ctx).text("name", ""))));
  }

  private void remove(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:accounts").actor();
    featured.remove(me, Ids.parse(ctx.pathParam("id")));
    ctx.json(Map.of());
  }

  private void ofOther(Context ctx) {
    views.authorization().viewer(ctx);
    ActorId id = ActorId.parse(ctx.pathParam("id"));
    if (actors.byId(id).filter(Actor::isPresent).isEmpty()) throw new Refused.NotFound();
    ctx.json(shown(id));
  }

  private ActorId reader(Context ctx) {
    return views.authorization().user(ctx, "read:accounts").actor();
  }
}
