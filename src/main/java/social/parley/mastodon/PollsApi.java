package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Posts;

/** {@code /api/v1/polls}; a poll goes by the id of its post. */
final class PollsApi implements Endpoints {
  private final Authorization authorization;
  private final Posts posts;
  private final StatusView view;

  PollsApi(Authorization authorization, Posts posts, StatusView view) {
    this.authorization = authorization;
    this.posts = posts;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/polls/{id}", this::show);
    routes.post("/api/v1/polls/{id}/votes", this::vote);
  }

  private void show(Context ctx) {
    answer(ctx, authorization.viewer(ctx, "read:statuses"), id(ctx));
  }

  private void vote(Context ctx) {
    ActorId me = authorization.user(ctx, "write:statuses").actor();
    posts.seen(me, id(ctx));
    List<Integer> choices =
        Parameters.of(ctx).texts("choices").stream().map(PollsApi::choice).toList();
    posts.vote(me, id(ctx), choices);
    answer(ctx, me, id(ctx));
  }

  private static int choice(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new Refused.Invalid("choices", "The chosen vote option does not exist");
    }
  }

  private void answer(Context ctx, @Nullable ActorId viewer, PostId id) {
    PollJson poll = view.of(viewer, posts.seen(viewer, id)).poll();
    if (poll == null) throw new Refused.NotFound();
    ctx.json(poll);
  }

  private static PostId id(Context ctx) {
    return PostId.parse(ctx.pathParam("id"));
  }
}
