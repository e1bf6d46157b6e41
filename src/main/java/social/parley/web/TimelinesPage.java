package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.notifications.Markers;
import social.parley.posts.Posts;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Favourites;
import social.parley.timelines.PublicFilter;
import social.parley.timelines.Timelines;

/** Lists of posts by time: home, this server, all servers, and what one has kept. */
public final class TimelinesPage implements Endpoints {
  private static final PublicFilter FEDERATED = new PublicFilter(false, true, false);

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Feeds feeds;
  private final Composing composing;
  private final Timelines timelines;
  private final Markers markers;
  private final Posts posts;
  private final Favourites favourites;
  private final Bookmarks bookmarks;

  TimelinesPage(
      PageParts parts,
      Composing composing,
      Timelines timelines,
      Markers markers,
      Posts posts,
      Favourites favourites,
      Bookmarks bookmarks) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.visitors = parts.visitors();
    this.feeds = parts.feeds();
    this.composing = composing;
    this.timelines = timelines;
    this.markers = markers;
    this.posts = posts;
    this.favourites = favourites;
    this.bookmarks = bookmarks;
  }

  /** Which list it is; the template has its title and what to say when it is empty. */
  public enum Kind {
    HOME,
    LOCAL,
    FEDERATED,
    FAVOURITES,
    BOOKMARKS
  }

  /** A list, with the composer above it where one writes, and since when all of it is news. */
  public record View(
      Kind kind, FeedView feed, @Nullable ComposerView composer, @Nullable Long missed) {
    View(Kind kind, FeedView feed) {
      this(kind, feed, null, null);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, "/home", this::home);
    routing.page(routes, "/local", ctx -> everyone(ctx, Kind.LOCAL, PublicFilter.LOCAL));
    routing.page(routes, "/federated", ctx -> everyone(ctx, Kind.FEDERATED, FEDERATED));
    routing.memberPage(
        routes,
        "/favourites",
        (ctx, visitor) ->
            kept(ctx, visitor, Kind.FAVOURITES, at -> favourites.page(visitor.id(), at)));
    routing.memberPage(
        routes,
        "/bookmarks",
        (ctx, visitor) ->
            kept(ctx, visitor, Kind.BOOKMARKS, at -> bookmarks.page(visitor.id(), at)));
  }

  private void home(Context ctx, Visitor visitor) {
    FeedView feed = feeds.posts(ctx, FilterContext.HOME, at -> timelines.home(visitor.id(), at));
    Long missed = Feeds.isContinuation(ctx) ? null : seen(visitor.id(), feed.posts());
    show(
        ctx,
        Head.of(say("nav.home")).at(Nav.HOME),
        new View(Kind.HOME, feed, composing.fresh(visitor), missed));
  }

  /**
   * Moves the mark of the home to the newest post; gives where it was if there is more news than
   * the page shows.
   */
  private @Nullable Long seen(ActorId me, List<PostView> shown) {
    if (shown.isEmpty()) return null;
    long before = markers.lastRead(me, CatchUpPage.HOME);
    markers.advance(me, CatchUpPage.HOME, shown.getFirst().key().value());
    return before > 0 && before < shown.getLast().key().value() ? before : null;
  }

  private void everyone(Context ctx, Kind kind, PublicFilter filter) {
    ActorId viewer = visitors.viewer(ctx);
    FeedView feed =
        feeds.posts(ctx, FilterContext.PUBLIC, at -> timelines.everyone(viewer, filter, at));
    boolean local = kind == Kind.LOCAL;
    Head head =
        Head.of(local ? say("timeline.local") : say("timeline.federated"))
            .at(local ? Nav.LOCAL : Nav.FEDERATED)
            // Not everybody in it wants to be found.
            .hidden(true);
    show(ctx, head, new View(kind, feed));
  }

  private void kept(Context ctx, Visitor visitor, Kind kind, Function<Cursor, Page<PostId>> list) {
    FeedView feed =
        feeds.posts(
            ctx,
            FilterContext.ACCOUNT,
            at -> {
              Page<PostId> ids = list.apply(at);
              return ids.with(posts.visibleInOrder(visitor.id(), ids.items()));
            });
    boolean stars = kind == Kind.FAVOURITES;
    Head head =
        Head.of(stars ? say("nav.favourites") : say("nav.bookmarks"))
            .at(stars ? Nav.FAVOURITES : Nav.BOOKMARKS);
    show(ctx, head, new View(kind, feed));
  }

  private void show(Context ctx, Head head, View view) {
    if (Feeds.isContinuation(ctx)) pages.part(ctx, "feed", "feed", view.feed());
    else pages.show(ctx, head, "timeline", view);
  }
}
