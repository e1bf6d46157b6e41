package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.posts.Completion;
import social.parley.posts.Completions;

/** Tells apps that more of an answer is being fetched from other servers, and how far that is. */
public final class AsyncRefreshes implements Endpoints {
  private static final String HEADER = "Mastodon-Async-Refresh";
  private static final int RETRY_SECONDS = 3;

  private final Authorization authorization;
  private final Completions completions;

  public AsyncRefreshes(Authorization authorization, Completions completions) {
    this.authorization = authorization;
    this.completions = completions;
  }

  /** The entity AsyncRefresh, inside an object. */
  record RefreshJson(AsyncRefresh asyncRefresh) {
    record AsyncRefresh(String id, String status, int resultCount) {}
  }

  /** Says in a header that an answer is not all there is, if it is not. */
  static void announce(Context ctx, Optional<Completion> completion) {
    completion
        .filter(one -> !one.finished())
        .ifPresent(one ->
            ctx.header(
                HEADER,
                "id=\"%d\", retry=%d, result_count=%d"
                    .formatted(one.id(), RETRY_SECONDS, one.found())));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1_alpha/async_refreshes/{id}", this::show);
  }

  private void show(Context ctx) {
    authorization.user(ctx, "read");
    Completion completion =
        completions.find(Ids.parse(ctx.pathParam("id"))).orElseThrow(Refused.NotFound::new);
    ctx.json(
        new RefreshJson(
            new RefreshJson.AsyncRefresh(
                Long.toString(completion.id()),
                completion.finished() ? "finished" : "running",
                completion.found())));
  }
}
