package social.parley.mastodon.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Permission;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.JsonAnswers;
import social.parley.jsonld.Json;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.OffsetPage;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.mastodon.cards.CardJson;
import social.parley.mastodon.discovery.TrendView;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.trends.Review;
import social.parley.trends.TrendKind;
import social.parley.trends.TrendReviews;
import social.parley.trends.Trends;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/admin/trends}: what staff lets be shown among the trends. */
public final class TrendsReviewApi implements Endpoints {
  private static final String PATH = "/api/v1/admin/trends/";

  private final Views views;
  private final Staff staff;
  private final Trends trends;
  private final TrendReviews reviews;
  private final AdminTagView tags;
  private final TrendView links;
  private final Posts posts;

  private record LinkJson(String id, boolean requiresReview, @JsonUnwrapped CardJson card) {}

  private record ProviderJson(
      String id,
      String domain,
      @Nullable Boolean trendable,
      @Nullable String reviewedAt,
      String requestedReviewAt,
      boolean requiresReview) {
    static ProviderJson of(Review review) {
      return new ProviderJson(
          Long.toString(review.id()),
          review.subject(),
          review.allowed(),
          review.reviewedAt() == null ? null : ApiDates.of(review.reviewedAt()),
          ApiDates.of(review.requestedAt()),
          review.reviewedAt() == null);
    }
  }

  public TrendsReviewApi(
      Views views,
      Trends trends,
      TrendReviews reviews,
      AdminTagView tags,
      TrendView links,
      Posts posts) {
    this.views = views;
    this.staff = new Staff(views.authorization());
    this.trends = trends;
    this.reviews = reviews;
    this.tags = tags;
    this.links = links;
    this.posts = posts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH + "tags", this::tags);
    routes.get(PATH + "statuses", this::statuses);
    routes.get(PATH + "links", this::links);
    routes.get(PATH + "links/publishers", this::publishers);
    for (boolean allowed : List.of(true, false)) {
      String deed = allowed ? "/approve" : "/reject";
      routes.post(PATH + "tags/{number}" + deed, ctx -> tag(ctx, allowed));
      routes.post(PATH + "statuses/{id}" + deed, ctx -> status(ctx, allowed));
      routes.post(PATH + "links/publishers/{number}" + deed, ctx -> publisher(ctx, allowed));
      routes.post(PATH + "links/{number}" + deed, ctx -> link(ctx, allowed));
    }
  }

  private ActorId may(Context ctx, String scope) {
    return staff.may(ctx, scope, Permission.MANAGE_TAXONOMIES).actor();
  }

  private Review decide(Context ctx, TrendKind kind, String id, boolean allowed) {
    may(ctx, "admin:write");
    return reviews.decide(kind, Ids.parse(id), allowed);
  }

  private void tags(Context ctx) {
    ActorId me = may(ctx, "admin:read");
    OffsetPage page = views.paging().offset(ctx, 10, 20);
    List<String> found = trends.forStaff(TrendKind.TAG, page.offset(), page.limit());
    views.paging().link(ctx, page, found.size());
    ctx.json(tags.of(me, found));
  }

  private void tag(Context ctx, boolean allowed) {
    may(ctx, "admin:write");
    // It may have been used for the first time a moment ago.
    trends.registerTags();
    Review review = decide(ctx, TrendKind.TAG, ctx.pathParam("number"), allowed);
    ctx.json(tags.of(may(ctx, "admin:write"), review.subject()));
  }

  private void statuses(Context ctx) {
    ActorId me = may(ctx, "admin:read");
    OffsetPage page = views.paging().offset(ctx, 20, 40);
    List<String> found = trends.forStaff(TrendKind.POST, page.offset(), page.limit());
    views.paging().link(ctx, page, found.size());
    ctx.json(statuses(me, found));
  }

  private List<JsonNode> statuses(ActorId me, List<String> ids) {
    Map<String, Review> known = reviews.of(TrendKind.POST, ids);
    List<Post> visible = posts.visibleInOrder(me, ids.stream().map(PostId::parse).toList());
    List<JsonNode> rendered = new ArrayList<>();
    for (StatusJson status : views.statuses().of(me, visible)) {
      JsonNode one = Json.parse(JsonAnswers.write(status).getBytes(UTF_8));
      Review review = known.get(status.id());
      if (one instanceof ObjectNode node)
        node.put("requires_review", review == null || review.reviewedAt() == null);
      rendered.add(one);
    }
    return rendered;
  }

  private void status(Context ctx, boolean allowed) {
    ActorId me = may(ctx, "admin:write");
    PostId id = posts.seen(me, PostId.parse(ctx.pathParam("id"))).id();
    reviews.ask(TrendKind.POST, id.toString(), id.value());
    decide(ctx, TrendKind.POST, id.toString(), allowed);
    ctx.json(statuses(me, List.of(id.toString())).getFirst());
  }

  private void links(Context ctx) {
    may(ctx, "admin:read");
    OffsetPage page = views.paging().offset(ctx, 10, 20);
    List<String> found = trends.forStaff(TrendKind.LINK, page.offset(), page.limit());
    views.paging().link(ctx, page, found.size());
    ctx.json(links(found));
  }

  private List<LinkJson> links(List<String> ids) {
    Map<String, Review> known = reviews.of(TrendKind.LINK, ids);
    List<LinkJson> rendered = new ArrayList<>();
    links
        .links(ids.stream().map(Long::parseLong).toList())
        .forEach((id, card) -> {
          Review review = known.get(Long.toString(id));
          boolean open = review == null || review.reviewedAt() == null;
          rendered.add(new LinkJson(Long.toString(id), open, card));
        });
    return rendered;
  }

  private void link(Context ctx, boolean allowed) {
    may(ctx, "admin:write");
    long id = Ids.parse(ctx.pathParam("number"));
    if (links.links(List.of(id)).isEmpty()) throw new Refused.NotFound();
    reviews.ask(TrendKind.LINK, Long.toString(id), id);
    decide(ctx, TrendKind.LINK, Long.toString(id), allowed);
    ctx.json(links(List.of(Long.toString(id))).getFirst());
  }

  private void publishers(Context ctx) {
    may(ctx, "admin:read");
    Page<Review> page = reviews.page(TrendKind.PROVIDER, views.paging().hidden(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(page.items().stream().map(ProviderJson::of).toList());
  }

  private void publisher(Context ctx, boolean allowed) {
    ctx.json(ProviderJson.of(decide(ctx, TrendKind.PROVIDER, ctx.pathParam("number"), allowed)));
  }
}
