package social.parley.mastodon.cards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.mastodon.Authorization;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** {@code /api/v1/statuses/:id/card}: where the first clients looked for the card of a post. */
public final class CardApi implements Endpoints {
  private final Authorization authorization;
  private final Posts posts;
  private final CardView view;

  public CardApi(Authorization authorization, Posts posts, CardView view) {
    this.authorization = authorization;
    this.posts = posts;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/statuses/{id}/card", this::show);
  }

  private void show(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    Post seen = posts.seen(viewer, PostId.parse(ctx.pathParam("id")));
    Post post = seen.boostOf() == null ? seen : posts.seen(viewer, seen.boostOf());
    CardJson card = view.of(List.of(post)).get(post.id());
    if (card == null) throw new Refused.NotFound();
    ctx.json(card);
  }
}
