package social.parley.mastodon.discovery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.mastodon.collections.CollectionJson;
import social.parley.mastodon.collections.CollectionView;
import social.parley.mastodon.tags.TagJson;
import social.parley.mastodon.tags.TagView;
import social.parley.posts.Post;
import social.parley.search.Finder;
import social.parley.search.Look;
import social.parley.search.PostBounds;
import social.parley.trends.TrendReviews;

/**
 * {@code /api/v2/search} and {@code /api/v1/accounts/search}: people, posts and tags by words, and
 * by their addresses. With {@code resolve} what is not known yet is fetched.
 */
public final class SearchApi implements Endpoints {
  private static final int MOST_OFFSET = 1000;

  private final Views views;
  private final Finder finder;
  private final TagView tags;
  private final TrendReviews reviews;
  private final FeaturedCollections collections;
  private final CollectionView collectionView;

  private record Found(
      List<AccountJson> accounts,
      List<StatusJson> statuses,
      List<TagJson> hashtags,
      List<CollectionJson> collections) {}

  private record OldFound(
      List<AccountJson> accounts, List<StatusJson> statuses, List<String> hashtags) {}

  /** What was asked for, by a person or by a stranger. */
  private record Asked(
      @Nullable ActorId viewer, String query, boolean resolve, String type, int offset, int limit) {
    boolean wants(String kind) {
      return type.isEmpty() || type.equals(kind);
    }

    boolean isAddress() {
      return sought().isAddress();
    }

    Finder.Asked sought() {
      return new Finder.Asked(viewer, query, resolve, offset, limit);
    }
  }

  public SearchApi(
      Views views,
      Finder finder,
      TagView tags,
      TrendReviews reviews,
      FeaturedCollections collections,
      CollectionView collectionView) {
    this.views = views;
    this.finder = finder;
    this.tags = tags;
    this.reviews = reviews;
    this.collections = collections;
    this.collectionView = collectionView;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/search", ctx -> Answers.json(ctx, found(ctx, asked(ctx))));
    routes.get("/api/v1/search", this::old);
    routes.get("/api/v1/accounts/search", this::searchAccounts);
  }

  private Asked asked(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:search");
    Parameters given = Parameters.of(ctx);
    String query = given.text("q", "").strip();
    if (query.isEmpty()) throw new BadRequestResponse("param is missing or the value is empty: q");
    boolean resolve = given.flag("resolve", false);
    Long offset = given.number("offset");
    if (viewer == null && (resolve || (offset != null && offset > 0)))
      throw new Refused.Unauthorized(
          "Search queries that resolve or page are not available to strangers");
    if (offset != null && offset < 0) throw new Refused.Invalid("offset", "must not be negative");
    return new Asked(
        viewer,
        query,
        resolve,
        given.text("type", ""),
        offset == null ? 0 : (int) Math.min(offset, MOST_OFFSET),
        given.limit("limit", 20, 40));
  }

  private void old(Context ctx) {
    views.authorization().user(ctx, "read:search");
    Found found = found(ctx, asked(ctx));
    Answers.json(
        ctx,
        new OldFound(
            found.accounts(),
            found.statuses(),
            found.hashtags().stream().map(TagJson::name).toList()));
  }

  private Found found(Context ctx, Asked asked) {
    Parameters given = Parameters.of(ctx);
    Look look = finder.look();
    List<Actor> people =
        asked.wants("accounts")
            ? finder.people(look, asked.sought(), given.flag("following", false))
            : List.of();
    List<Post> statuses =
        asked.wants("statuses") ? statuses(look, given, asked, people.isEmpty()) : List.of();
    if (people.isEmpty() && statuses.isEmpty() && asked.wants("accounts"))
      people = finder.feed(asked.sought()).stream().toList();
    List<TagJson> hashtags =
        asked.wants("hashtags") ? tags.of(asked.viewer(), hashtags(look, given, asked)) : List.of();
    return new Found(
        views.accounts().all(people),
        views.statuses().of(asked.viewer(), statuses),
        hashtags,
        asked.wants("collections") ? collectionView.of(collections(asked)) : List.of());
  }

  /** The one whose address the query is, or those that begin like it or are about that hashtag. */
  private List<SeenCollection> collections(Asked asked) {
    if (!asked.isAddress())
      return collections.find(asked.viewer(), asked.query(), asked.offset(), asked.limit());
    return Iri.parse(asked.query())
        .filter(_ -> asked.offset() == 0)
        .flatMap(iri -> collections.named(asked.viewer(), iri))
        .stream()
        .toList();
  }

  private void searchAccounts(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:accounts").actor();
    Parameters given = Parameters.of(ctx);
    String query = given.text("q", "").strip();
    Long offset = given.number("offset");
    Asked asked =
        new Asked(
            me,
            query,
            given.flag("resolve", false),
            "accounts",
            offset == null ? 0 : (int) Math.clamp(offset, 0, MOST_OFFSET),
            given.limit("limit", 40, 80));
    List<Actor> people =
        query.isEmpty()
            ? List.of()
            : finder.people(finder.look(), asked.sought(), given.flag("following", false));
    ctx.json(views.accounts().all(people));
  }

  private List<Post> statuses(Look look, Parameters given, Asked asked, boolean resolve) {
    ActorId viewer = asked.viewer();
    if (viewer == null) return List.of();
    if (asked.isAddress()) {
      List<Post> named = asked.offset() > 0 ? List.of() : finder.named(asked.sought(), resolve);
      if (!named.isEmpty() || Iri.parse(asked.query()).isPresent()) return named;
    }
    String account = given.text("account_id");
    Long above = given.number("min_id");
    Long below = given.number("max_id");
    return look.posts(
        viewer,
        asked.query(),
        new PostBounds(
            account == null || account.isBlank() ? null : ActorId.parse(account),
            above == null ? -1 : above,
            below == null ? Long.MAX_VALUE : below,
            asked.offset(),
            asked.limit()));
  }

  private List<String> hashtags(Look look, Parameters given, Asked asked) {
    boolean only = given.flag("exclude_unreviewed", false);
    return reviews.listed(finder.tags(look, asked.sought()), only).stream()
        .skip(asked.offset())
        .limit(asked.limit())
        .toList();
  }
}
