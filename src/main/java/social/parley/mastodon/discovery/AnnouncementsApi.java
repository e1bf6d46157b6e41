package social.parley.mastodon.discovery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import social.parley.announcements.Notices;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;

/** {@code /api/v1/announcements}: reading, dismissing and reacting; staff writes them elsewhere. */
public final class AnnouncementsApi implements Endpoints {
  private static final String PATH = "/api/v1/announcements";

  private final Views views;
  private final Notices notices;
  private final AnnouncementView view;

  public AnnouncementsApi(Views views, Notices notices, AnnouncementView view) {
    this.views = views;
    this.notices = notices;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.post(PATH + "/{id}/dismiss", this::dismiss);
    routes.put(PATH + "/{id}/reactions/{emoji}", this::react);
    routes.delete(PATH + "/{id}/reactions/{emoji}", this::unreact);
  }

  private void list(Context ctx) {
    ctx.json(view.of(notices.shown(views.authorization().user(ctx).actor())));
  }

  private void dismiss(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:accounts").actor();
    notices.dismiss(me, id(ctx));
    ctx.json(Map.of());
  }

  private void react(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:favourites").actor();
    notices.react(me, id(ctx), ctx.pathParam("emoji"));
    ctx.json(Map.of());
  }

  private void unreact(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:favourites").actor();
    notices.unreact(me, id(ctx), ctx.pathParam("emoji"));
    ctx.json(Map.of());
  }

  private static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }
}
