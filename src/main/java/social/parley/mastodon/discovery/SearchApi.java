package social.parley.mastodon.discovery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
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
import social.parley.posts.Posts;
import social.parley.search.Look;
import social.parley.search.PostBounds;
import social.parley.search.Search;
import social.parley.syndication.SyndicatedFeeds;
import social.parley.text.Hashtag;
import social.parley.trends.TrendReviews;

/**
 * {@code /api/v2/search} and {@code /api/v1/accounts/search}: people, posts and tags by words, and
 * by their addresses. With {@code resolve} what is not known yet is fetched.
 */
public final class SearchApi implements Endpoints {
  private static final int MOST_OFFSET = 1000;

  private final Views views;
  private final Actors actors;
  private final RemoteActors remote;
  private final SyndicatedFeeds feeds;
  private final Relationships relationships;
  private final Posts posts;
  private final Search search;
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
      return query.contains("://");
    }
  }

  public SearchApi(
      Views views,
      Actors actors,
      RemoteActors remote,
      SyndicatedFeeds feeds,
      Relationships relationships,
      Posts posts,
      Search search,
      TagView tags,
      TrendReviews reviews,
      FeaturedCollections collections,
      CollectionView collectionView) {
    this.views = views;
    this.actors = actors;
    this.remote = remote;
    this.feeds = feeds;
    this.relationships = relationships;
    this.posts = posts;
    this.search = search;
    this.tags = tags;
    this.reviews = reviews;
    this.collections = collections;
    this.collectionView = collectionView;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/search", ctx -> ctx.json(found(ctx, asked(ctx))));
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
    ctx.json(
        new OldFound(
            found.accounts(),
            found.statuses(),
            found.hashtags().stream().map(TagJson::name).toList()));
  }

  private Found found(Context ctx, Asked asked) {
    Parameters given = Parameters.of(ctx);
    Look look = search.look();
    List<Actor> people =
        asked.wants("accounts") ? people(look, asked, given.flag("following", false)) : List.of();
    List<Post> statuses =
        asked.wants("statuses") ? statuses(look, given, asked, people.isEmpty()) : List.of();
    if (people.isEmpty() && statuses.isEmpty() && asked.wants("accounts")) people = feed(asked);
    List<TagJson> hashtags =
        asked.wants("hashtags") ? tags.of(asked.viewer(), hashtags(look, given, asked)) : List.of();
    return new Found(
        views.accounts().all(people),
        views.statuses().of(asked.viewer(), statuses),
        hashtags,
        asked.wants("collections") ? collectionView.of(collections(asked)) : List.of());
  }

  /** What is neither a person nor a post may be a feed, or a page that names one. */
  private List<Actor> feed(Asked asked) {
    if (!asked.resolve() || !asked.isAddress() || asked.offset() > 0) return List.of();
    return Iri.parse(asked.query()).flatMap(feeds::find).stream().toList();
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
        query.isEmpty() ? List.of() : people(search.look(), asked, given.flag("following", false));
    ctx.json(views.accounts().all(people));
  }

  private List<Actor> people(Look look, Asked asked, boolean following) {
    Map<ActorId, Actor> byId = new LinkedHashMap<>();
    ActorId viewer = asked.viewer();
    Optional<Actor> named = exact(asked.query(), asked.resolve()).filter(Actor::isPresent);
    named.ifPresent(actor -> byId.put(actor.id(), actor));
    if (!asked.isAddress()) {
      int most = asked.offset() + asked.limit() + 1;
      boolean only = following && viewer != null;
      List<ActorId> ids = look.people(viewer, name(asked.query()), only, most);
      Map<ActorId, Actor> found = actors.byIds(ids);
      for (ActorId id : ids) {
        Actor actor = found.get(id);
        if (actor != null && actor.isPresent()) byId.putIfAbsent(id, actor);
      }
    }
    ActorId sought = named.map(Actor::id).orElse(null);
    return wanted(viewer, sought, new ArrayList<>(byId.values()), following).stream()
        .skip(asked.offset())
        .limit(asked.limit())
        .toList();
  }

  /**
   * Neither those one blocks or who block, unless they are named in full, as one must do to lift a
   * block; nor others than those one follows if so asked.
   */
  private List<Actor> wanted(
      @Nullable ActorId viewer, @Nullable ActorId named, List<Actor> found, boolean following) {
    if (viewer == null || found.isEmpty()) return found;
    var known = relationships.of(viewer, found.stream().map(Actor::id).toList());
    return found.stream()
        .filter(actor -> {
          Relationship one = known.get(actor.id());
          if (one == null) return !following;
          boolean met = actor.id().equals(named) || !one.blocking() && !one.blockedBy();
          return met && (!following || one.following());
        })
        .toList();
  }

  private static String name(String query) {
    return query.startsWith("@") ? query.substring(1) : query;
  }

  /** The one that the query names in full. */
  private Optional<Actor> exact(String query, boolean resolve) {
    if (query.contains("://")) {
      Optional<Iri> iri = Iri.parse(query).filter(Iri::isWeb);
      Optional<Actor> known =
          iri.flatMap(one -> actors.byIri(one).or(() -> actors.byUrl(one.value())));
      if (known.isPresent() || !resolve || iri.isEmpty()) return known;
      return found(remote.find(iri.get()));
    }
    Optional<Handle> handle = Handle.parse(query);
    if (handle.isEmpty()) return actors.local(query.startsWith("@") ? query.substring(1) : query);
    Optional<Actor> known = actors.byHandle(handle.get());
    return known.isPresent() || !resolve ? known : found(remote.find(handle.get()));
  }

  private static Optional<Actor> found(Resolution resolution) {
    return resolution instanceof Resolution.Found(Actor actor)
        ? Optional.of(actor)
        : Optional.empty();
  }

  private List<Post> statuses(Look look, Parameters given, Asked asked, boolean resolve) {
    ActorId viewer = asked.viewer();
    if (viewer == null) return List.of();
    if (asked.isAddress()) {
      List<Post> named = asked.offset() > 0 ? List.of() : named(viewer, asked, resolve);
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

  /** The one that the query gives the address of. */
  private List<Post> named(ActorId viewer, Asked asked, boolean resolve) {
    Optional<Iri> iri = Iri.parse(asked.query()).filter(Iri::isWeb);
    if (iri.isEmpty()) return List.of();
    Optional<Post> known = posts.byAddress(iri.get());
    boolean fetch = asked.resolve() && resolve && known.isEmpty();
    Optional<Post> post = fetch ? posts.fetch(iri.get()) : known;
    return post.map(one -> posts.visibleInOrder(viewer, List.of(one.id()))).orElse(List.of());
  }

  /** The tag that was typed, then those that begin like it. */
  private List<String> hashtags(Look look, Parameters given, Asked asked) {
    String query = asked.query();
    String name = Hashtag.normalise(query.startsWith("#") ? query.substring(1) : query);
    if (name.isEmpty() || query.contains("@") || asked.isAddress() || query.contains(" "))
      return List.of();
    Set<String> found = new LinkedHashSet<>(List.of(name));
    found.addAll(look.tags(name, asked.offset() + asked.limit()));
    List<String> listed = reviews.listed(found, given.flag("exclude_unreviewed", false));
    return listed.stream().skip(asked.offset()).limit(asked.limit()).toList();
  }
}
