package social.parley.mastodon.events;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.events.Attendances;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Joining events and leaving them, and who goes there. */
public final class EventsApi implements Endpoints {
  private static final String EVENT = "/api/v1/pleroma/events/{id}/";

  private final Views views;
  private final Posts posts;
  private final Attendances attendances;

  public EventsApi(Views views, Posts posts, Attendances attendances) {
    this.views = views;
    this.posts = posts;
    this.attendances = attendances;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/pleroma/events/joined_events", this::joined);
    routes.post(EVENT + "join", this::join);
    routes.post(EVENT + "leave", this::leave);
    routes.get(EVENT + "participations", this::participations);
  }

  private void join(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:statuses").actor();
    if (!Parameters.of(ctx).text("participation_message", "").isBlank())
      throw new Refused.NotSupported("Nothing can be said to whoever organises an event");
    Post post = event(ctx, me);
    attendances.join(me, post.id());
    ctx.json(views.statuses().of(me, posts.seen(me, post.id())));
  }

  private void leave(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:statuses").actor();
    Post post = event(ctx, me);
    attendances.leave(me, post.id());
    ctx.json(views.statuses().of(me, posts.seen(me, post.id())));
  }

  /** The wrapper of a boost stands for what it boosts. */
  private Post event(Context ctx, ActorId me) {
    Post post = posts.seen(me, PostId.parse(ctx.pathParam("id")));
    return post.boostOf() == null ? post : posts.seen(me, post.boostOf());
  }

  private void participations(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:accounts");
    Post post = posts.seen(viewer, PostId.parse(ctx.pathParam("id")));
    Page<ActorId> page = attendances.attending(post.id(), views.paging().hidden(ctx, 40, 80));
    views.paging().link(ctx, page);
    ctx.json(views.accounts().of(page.items()));
  }

  private void joined(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:statuses").actor();
    Page<PostId> page = attendances.joined(me, views.paging().hidden(ctx, 20, 40));
    views.paging().link(ctx, page);
    Answers.json(ctx, views.statuses().of(me, posts.visibleInOrder(me, page.items())));
  }
}
