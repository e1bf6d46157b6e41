package social.parley.mastodon.quotes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.QuotePolicies;
import social.parley.mastodon.Views;
import social.parley.posts.Policy;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.quotes.Quotes;

/** Who quotes a post, who may, and taking consent back. */
public final class QuotesApi implements Endpoints {
  private final Views views;
  private final Posts posts;
  private final Quotes quotes;

  public QuotesApi(Views views, Posts posts, Quotes quotes) {
    this.views = views;
    this.posts = posts;
    this.quotes = quotes;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/statuses/{id}/quotes", this::list);
    routes.post("/api/v1/statuses/{id}/quotes/{quoting}/revoke", this::revoke);
    routes.put("/api/v1/statuses/{id}/interaction_policy", this::allow);
    routes.patch("/api/v1/statuses/{id}/interaction_policy", this::allow);
  }

  private void list(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:statuses").actor();
    Page<PostId> page = quotes.of(me, id(ctx, "id"), views.paging().hidden(ctx, 20, 40));
    views.paging().link(ctx, page);
    Answers.json(ctx, views.statuses().of(me, posts.visibleInOrder(me, page.items())));
  }

  private void revoke(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:statuses").actor();
    Post quoting = quotes.revoke(me, id(ctx, "id"), id(ctx, "quoting"));
    ctx.json(views.statuses().of(me, posts.seen(me, quoting.id())));
  }

  private void allow(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:statuses").actor();
    Policy.Rule rule =
        QuotePolicies.read(Parameters.of(ctx))
            .orElseThrow(
                () -> new Refused.Invalid("quote_approval_policy", "is not included in the list"));
    Post seen = posts.seen(me, id(ctx, "id"));
    if (!seen.author().equals(me)) throw new Refused.Forbidden("This action is not allowed");
    ctx.json(views.statuses().of(me, posts.quotes().allow(me, seen.id(), rule)));
  }

  private static PostId id(Context ctx, String name) {
    return PostId.parse(ctx.pathParam(name));
  }
}
