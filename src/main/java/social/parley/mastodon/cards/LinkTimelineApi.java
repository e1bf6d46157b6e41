package social.parley.mastodon.cards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.cards.Card;
import social.parley.cards.Cards;
import social.parley.cards.TrendingLinks;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.posts.Posts;
import social.parley.storage.Database;

/** {@code /api/v1/timelines/link}: the public posts that show the card of a link. */
public final class LinkTimelineApi implements Endpoints {
  private final Views views;
  private final Database database;
  private final Cards cards;
  private final Posts posts;
  private final TrendingLinks trending;

  public LinkTimelineApi(
      Views views, Database database, Cards cards, Posts posts, TrendingLinks trending) {
    this.views = views;
    this.database = database;
    this.cards = cards;
    this.posts = posts;
    this.trending = trending;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/timelines/link", this::show);
  }

  private void show(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:statuses");
    Iri url =
        Iri.parse(Parameters.of(ctx).text("url", ""))
            .map(Iri::withoutFragment)
            .orElseThrow(Refused.NotFound::new);
    List<Long> wanted = shown(viewer, url);
    if (wanted.isEmpty()) throw new Refused.NotFound();
    Page<PostId> page = cards.posts(viewer, wanted, views.paging().ids(ctx, 20, 40));
    views.paging().link(ctx, page);
    ctx.json(
        views
            .statuses()
            .of(viewer, posts.visibleInOrder(viewer, page.items()), FilterContext.PUBLIC));
  }

  /** People here may look at any link; strangers only at what everybody is shown anyway. */
  private List<Long> shown(@Nullable ActorId viewer, Iri url) {
    return database.read(db -> {
      List<Long> leading = cards.leadingTo(db, url).stream().map(Card::id).toList();
      boolean open = viewer != null || trending.includesAny(db, leading);
      return open ? leading : List.of();
    });
  }
}
