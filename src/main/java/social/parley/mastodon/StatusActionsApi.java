package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Dislikes;
import social.parley.reactions.Favourites;

/** What people do with a post: favourite, dislike, boost, bookmark, pin, mute its thread. */
final class StatusActionsApi implements Endpoints {
  private static final String MASTODON = "/api/v1/statuses/{id}/";

  /** Votes against a post, which Mastodon does not know. */
  private static final String FRIENDICA = "/api/friendica/statuses/{id}/";

  private final Authorization authorization;
  private final Posts posts;
  private final Favourites favourites;
  private final Dislikes dislikes;
  private final Bookmarks bookmarks;
  private final StatusView view;
  private final AccountView accounts;
  private final Paging paging;

  StatusActionsApi(
      Authorization authorization,
      Posts posts,
      Favourites favourites,
      Dislikes dislikes,
      Bookmarks bookmarks,
      StatusView view,
      AccountView accounts,
      Paging paging) {
    this.authorization = authorization;
    this.posts = posts;
    this.favourites = favourites;
    this.dislikes = dislikes;
    this.bookmarks = bookmarks;
    this.view = view;
    this.accounts = accounts;
    this.paging = paging;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    action(routes, MASTODON + "favourite", "write:favourites", favourites::favourite);
    action(routes, MASTODON + "unfavourite", "write:favourites", favourites::unfavourite);
    action(routes, MASTODON + "bookmark", "write:bookmarks", bookmarks::bookmark);
    action(routes, MASTODON + "unbookmark", "write:bookmarks", bookmarks::unbookmark);
    action(routes, MASTODON + "mute", "write:mutes", posts::muteThread);
    action(routes, MASTODON + "unmute", "write:mutes", posts::unmuteThread);
    action(routes, MASTODON + "pin", "write:accounts", posts::pin);
    action(routes, MASTODON + "unpin", "write:accounts", posts::unpin);
    action(routes, MASTODON + "unreblog", "write:statuses", posts::unboost);
    action(routes, FRIENDICA + "dislike", "write:favourites", dislikes::dislike);
    action(routes, FRIENDICA + "undislike", "write:favourites", dislikes::undislike);
    routes.post(MASTODON + "reblog", this::reblog);
    routes.get(MASTODON + "favourited_by", this::favouritedBy);
    routes.get(MASTODON + "reblogged_by", this::rebloggedBy);
    routes.get(FRIENDICA + "disliked_by", this::dislikedBy);
    routes.get("/api/v1/favourites", this::favourites);
    routes.get("/api/v1/bookmarks", this::bookmarks);
  }

  private void action(
      RoutesConfig routes, String path, String scope, BiConsumer<ActorId, PostId> action) {
    routes.post(
        path,
        ctx -> {
          ActorId me = authorization.user(ctx, scope).actor();
          // The wrapper of a boost stands for what it boosts.
          Post post = posts.seen(me, id(ctx));
          PostId original = post.boostOf() == null ? post.id() : post.boostOf();
          action.accept(me, original);
          ctx.json(view.of(me, posts.seen(me, original)));
        });
  }

  private void reblog(Context ctx) {
    ActorId me = authorization.user(ctx, "write:statuses").actor();
    String visibility = Parameters.of(ctx).text("visibility", "public");
    Reach reach =
        Visibilities.reach(visibility)
            .filter(one -> one != Reach.MENTIONED)
            .orElseThrow(() -> new Refused.Invalid("visibility", "is not included in the list"));
    Post post = posts.seen(me, id(ctx));
    PostId original = post.boostOf() == null ? post.id() : post.boostOf();
    ctx.json(view.of(me, posts.boost(me, original, reach)));
  }

  private void favouritedBy(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:accounts");
    Post post = posts.seen(viewer, id(ctx));
    people(ctx, favourites.by(post.id(), paging.hidden(ctx, 40, 80)));
  }

  private void dislikedBy(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:accounts");
    Post post = posts.seen(viewer, id(ctx));
    people(ctx, dislikes.by(post.id(), paging.hidden(ctx, 40, 80)));
  }

  private void rebloggedBy(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:accounts");
    Post post = posts.seen(viewer, id(ctx));
    people(ctx, posts.boostedBy(post.id(), paging.hidden(ctx, 40, 80)));
  }

  private void people(Context ctx, Page<ActorId> page) {
    paging.link(ctx, page);
    ctx.json(accounts.of(page.items()));
  }

  private void favourites(Context ctx) {
    ActorId me = authorization.user(ctx, "read:favourites").actor();
    Cursor cursor = paging.hidden(ctx, 20, 40);
    statuses(ctx, me, favourites.page(me, cursor));
  }

  private void bookmarks(Context ctx) {
    ActorId me = authorization.user(ctx, "read:bookmarks").actor();
    Cursor cursor = paging.hidden(ctx, 20, 40);
    statuses(ctx, me, bookmarks.page(me, cursor));
  }

  private void statuses(Context ctx, ActorId me, Page<PostId> page) {
    paging.link(ctx, page);
    ctx.json(view.of(me, posts.visibleInOrder(me, page.items())));
  }

  private static PostId id(Context ctx) {
    return PostId.parse(ctx.pathParam("id"));
  }
}
