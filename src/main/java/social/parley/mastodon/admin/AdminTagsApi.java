package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Permission;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.text.Hashtag;
import social.parley.trends.Review;
import social.parley.trends.TrendKind;
import social.parley.trends.TrendReviews;
import social.parley.trends.Trends;

/** {@code /api/v1/admin/tags}: which tags may be used, listed and shown among the trends. */
public final class AdminTagsApi implements Endpoints {
  private static final String ONE = "/api/v1/admin/tags/{number}";

  private final Views views;
  private final Staff staff;
  private final Trends trends;
  private final TrendReviews reviews;
  private final AdminTagView view;

  public AdminTagsApi(Views views, Trends trends, TrendReviews reviews, AdminTagView view) {
    this.views = views;
    this.staff = new Staff(views.authorization());
    this.trends = trends;
    this.reviews = reviews;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/admin/tags", this::list);
    routes.get(ONE, this::show);
    routes.put(ONE, this::change);
    routes.patch(ONE, this::change);
  }

  private ActorId may(Context ctx, String scope) {
    return staff.may(ctx, scope, Permission.MANAGE_TAXONOMIES).actor();
  }

  private Review tag(Context ctx) {
    long id = Ids.parse(ctx.pathParam("number"));
    Optional<Review> known = reviews.find(TrendKind.TAG, id);
    if (known.isPresent()) return known.get();
    // It may have been used for the first time a moment ago.
    trends.registerTags();
    return reviews.find(TrendKind.TAG, id).orElseThrow(Refused.NotFound::new);
  }

  private void list(Context ctx) {
    ActorId me = may(ctx, "admin:read");
    trends.registerTags();
    Page<Review> page = reviews.page(TrendKind.TAG, views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(view.of(me, page.items().stream().map(Review::subject).toList()));
  }

  private void show(Context ctx) {
    ActorId me = may(ctx, "admin:read");
    ctx.json(view.of(me, tag(ctx).subject()));
  }

  private void change(Context ctx) {
    ActorId me = may(ctx, "admin:write");
    Review tag = tag(ctx);
    Parameters given = Parameters.of(ctx);
    reviews.change(
        tag,
        spelling(tag, given.text("display_name")),
        given.flag("usable"),
        given.flag("listable"),
        given.flag("trendable"));
    ctx.json(view.of(me, tag.subject()));
  }

  private static @Nullable String spelling(Review tag, @Nullable String given) {
    if (given == null || given.isBlank()) return null;
    String name = given.strip();
    if (!Hashtag.normalise(name).equals(tag.subject()))
      throw new Refused.Invalid(
          "display_name", "ERR_INVALID", "must be another spelling of the tag");
    return name;
  }
}
