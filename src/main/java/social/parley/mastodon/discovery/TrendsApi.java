package social.parley.mastodon.discovery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.OffsetPage;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.mastodon.tags.TagView;
import social.parley.trends.Trends;

/** {@code /api/v1/trends}: the tags, posts and links that are talked about. */
public final class TrendsApi implements Endpoints {
  private final Views views;
  private final Trends trends;
  private final TrendView links;
  private final TagView tags;

  public TrendsApi(Views views, Trends trends, TrendView links, TagView tags) {
    this.views = views;
    this.trends = trends;
    this.links = links;
    this.tags = tags;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/trends", this::tags);
    routes.get("/api/v1/trends/tags", this::tags);
    routes.get("/api/v1/trends/statuses", this::statuses);
    routes.get("/api/v1/trends/links", this::links);
    routes.get("/api/v1.1/discover/posts/trending", ctx -> ctx.json(pixelfed(ctx)));
    routes.get("/api/v1/discover/posts", ctx -> ctx.json(Map.of("posts", pixelfed(ctx))));
  }

  private @Nullable ActorId viewer(Context ctx) {
    return views.authorization().viewer(ctx, "read", "read:statuses");
  }

  private void tags(Context ctx) {
    OffsetPage page = views.paging().offset(ctx, 10, 20);
    List<String> found = trends.tags(page.offset(), page.limit());
    views.paging().link(ctx, page, found.size());
    ctx.json(tags.of(viewer(ctx), found));
  }

  private void statuses(Context ctx) {
    OffsetPage page = views.paging().offset(ctx, 20, 40);
    ActorId viewer = viewer(ctx);
    Trends.Found found = trends.posts(viewer, page.offset(), page.limit());
    views.paging().link(ctx, page, found.ranked());
    Answers.json(ctx, views.statuses().of(viewer, found.posts()));
  }

  private void links(Context ctx) {
    OffsetPage page = views.paging().offset(ctx, 10, 20);
    List<Long> found = trends.links(page.offset(), page.limit());
    views.paging().link(ctx, page, found.size());
    ctx.json(links.links(found).values());
  }

  /** As Pixelfed has it, where the range is of no account: nothing is liked for longer here. */
  private List<StatusJson> pixelfed(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read").actor();
    int limit = Math.max(1, Parameters.of(ctx).limit("limit", 20, 40));
    return views.statuses().of(me, trends.posts(me, 0, limit).posts());
  }
}
