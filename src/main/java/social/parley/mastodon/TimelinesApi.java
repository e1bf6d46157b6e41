package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Completions;
import social.parley.posts.Post;
import social.parley.text.Hashtag;
import social.parley.timelines.AccountFilter;
import social.parley.timelines.HomeFilter;
import social.parley.timelines.PublicFilter;
import social.parley.timelines.TagFilter;
import social.parley.timelines.Timelines;

/** {@code /api/v1/timelines}, what one person writes, and the home as Pixelfed has it. */
final class TimelinesApi implements Endpoints {
  private final Authorization authorization;
  private final Timelines timelines;
  private final Actors actors;
  private final Completions completions;
  private final StatusView view;
  private final Paging paging;

  TimelinesApi(
      Authorization authorization,
      Timelines timelines,
      Actors actors,
      Completions completions,
      StatusView view,
      Paging paging) {
    this.authorization = authorization;
    this.timelines = timelines;
    this.actors = actors;
    this.completions = completions;
    this.view = view;
    this.paging = paging;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/timelines/home", this::home);
    routes.get("/api/pixelfed/v1/timelines/home", this::pixelfedHome);
    routes.get("/api/v1/timelines/public", this::everyone);
    routes.get("/api/v1/timelines/tag/{tag}", this::tag);
    routes.get("/api/v1/accounts/{id}/statuses", this::account);
  }

  private void home(Context ctx) {
    ActorId me = authorization.user(ctx, "read:statuses").actor();
    boolean local = Parameters.of(ctx).flag("local", false);
    home(ctx, me, local ? HomeFilter.LOCAL : HomeFilter.ALL);
  }

  /** A home of pictures, where boosts have to be asked for. */
  private void pixelfedHome(Context ctx) {
    ActorId me = authorization.user(ctx, "read").actor();
    boolean boosts = Parameters.of(ctx).flag("include_reblogs", false);
    home(ctx, me, boosts ? HomeFilter.MEDIA_AND_BOOSTS : HomeFilter.MEDIA);
  }

  private void home(Context ctx, ActorId me, HomeFilter filter) {
    answer(ctx, me, timelines.home(me, filter, paging.ids(ctx, 20, 40)), FilterContext.HOME);
  }

  private void everyone(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    answer(
        ctx,
        viewer,
        timelines.everyone(viewer, where(ctx), paging.ids(ctx, 20, 40)),
        FilterContext.PUBLIC);
  }

  private void tag(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    Parameters given = Parameters.of(ctx);
    List<String> any = new ArrayList<>(List.of(Hashtag.normalise(ctx.pathParam("tag"))));
    any.addAll(tags(given, "any"));
    TagFilter filter = new TagFilter(any, tags(given, "all"), tags(given, "none"), where(ctx));
    answer(
        ctx,
        viewer,
        timelines.tagged(viewer, filter, paging.ids(ctx, 20, 40)),
        FilterContext.PUBLIC);
  }

  private void account(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    Actor author =
        actors
            .byId(ActorId.parse(ctx.pathParam("id")))
            .filter(actor -> !actor.isDeleted())
            .orElseThrow(Refused.NotFound::new);
    if (viewer != null) AsyncRefreshes.announce(ctx, completions.opened(author));
    Parameters given = Parameters.of(ctx);
    String tagged = given.text("tagged");
    AccountFilter filter =
        new AccountFilter(
            given.flag("only_media", false),
            given.flag("exclude_replies", false),
            given.flag("exclude_reblogs", false),
            given.flag("exclude_direct", false),
            given.flag("pinned", false),
            tagged == null || tagged.isEmpty() ? null : Hashtag.normalise(tagged));
    answer(
        ctx,
        viewer,
        timelines.of(viewer, author.id(), filter, paging.ids(ctx, 20, 40)),
        FilterContext.ACCOUNT);
  }

  private static List<String> tags(Parameters given, String key) {
    return given.texts(key).stream().limit(8).map(Hashtag::normalise).toList();
  }

  private static PublicFilter where(Context ctx) {
    Parameters given = Parameters.of(ctx);
    return new PublicFilter(
        given.flag("local", false), given.flag("remote", false), given.flag("only_media", false));
  }

  private void answer(Context ctx, @Nullable ActorId viewer, Page<Post> page, FilterContext where) {
    paging.link(ctx, page);
    Answers.json(ctx, view.of(viewer, page.items(), where));
  }
}
