package social.parley.mastodon.tags;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.tags.FeaturedTags;
import social.parley.tags.TagFollows;
import social.parley.text.Hashtag;

/** {@code /api/v1/tags} and {@code /api/v1/followed_tags}. */
public final class TagsApi implements Endpoints {
  private final Views views;
  private final TagView view;
  private final TagFollows follows;
  private final FeaturedTags featured;

  public TagsApi(Views views, TagView view, TagFollows follows, FeaturedTags featured) {
    this.views = views;
    this.view = view;
    this.follows = follows;
    this.featured = featured;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/tags/{tag}", this::show);
    action(routes, "follow", "write:follows", follows::follow);
    action(routes, "unfollow", "write:follows", follows::unfollow);
    action(routes, "feature", "write:accounts", featured::feature);
    action(routes, "unfeature", "write:accounts", featured::unfeature);
    routes.get("/api/v1/followed_tags", this::followed);
  }

  private void show(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx);
    ctx.json(view.of(viewer, tag(ctx)));
  }

  private void action(
      RoutesConfig routes, String name, String scope, BiConsumer<ActorId, String> action) {
    routes.post(
        "/api/v1/tags/{tag}/" + name,
        ctx -> {
          ActorId me = views.authorization().user(ctx, scope).actor();
          String tag = tag(ctx);
          action.accept(me, tag);
          ctx.json(view.of(me, tag));
        });
  }

  private void followed(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:follows").actor();
    Page<String> page = follows.page(me, views.paging().hidden(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(view.of(me, page.items()));
  }

  private static String tag(Context ctx) {
    String tag = Hashtag.normalise(ctx.pathParam("tag"));
    if (!Hashtag.isValid(tag)) throw new Refused.NotFound();
    return tag;
  }
}
