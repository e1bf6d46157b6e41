package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Visibility;
import social.parley.storage.Database;
import social.parley.text.Hashtag;

/**
 * {@code /api/v2/search} and {@code /api/v1/accounts/search}: people by name, handle or address,
 * tags by name, posts by address. With {@code resolve} what is not known yet is fetched.
 */
final class SearchApi implements Endpoints {
  private final Authorization authorization;
  private final Database database;
  private final Actors actors;
  private final RemoteActors remote;
  private final Relationships relationships;
  private final Posts posts;
  private final Visibility visibility;
  private final AccountView accounts;
  private final StatusView statuses;
  private final TagLinks tags;

  private record Found(
      List<AccountJson> accounts, List<StatusJson> statuses, List<TagLinks.Tag> hashtags) {}

  SearchApi(
      Authorization authorization,
      Database database,
      Actors actors,
      RemoteActors remote,
      Relationships relationships,
      Posts posts,
      AccountView accounts,
      StatusView statuses,
      TagLinks tags) {
    this.authorization = authorization;
    this.database = database;
    this.actors = actors;
    this.remote = remote;
    this.relationships = relationships;
    this.posts = posts;
    this.visibility = posts.visibility();
    this.accounts = accounts;
    this.statuses = statuses;
    this.tags = tags;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/search", this::search);
    routes.get("/api/v1/accounts/search", this::searchAccounts);
  }

  private void search(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:search");
    Parameters given = Parameters.of(ctx);
    String query = given.text("q", "").strip();
    if (query.isEmpty())
      throw new Refused.Invalid("q", "ERR_BLANK", "param is missing or the value is empty: q");
    boolean resolve = given.flag("resolve", false);
    Long offset = given.number("offset");
    if (viewer == null && (resolve || (offset != null && offset > 0)))
      throw new Refused.Unauthorized(
          "Search queries that resolve or page are not available to strangers");
    if (offset != null && offset < 0) throw new Refused.Invalid("offset", "must not be negative");
    String type = given.text("type", "");
    int limit = given.limit("limit", 20, 40);
    boolean firstPage = offset == null || offset == 0;
    List<Actor> people =
        wants(type, "accounts") && firstPage
            ? people(viewer, query, resolve, given.flag("following", false), limit)
            : List.of();
    List<Post> found =
        wants(type, "statuses") && firstPage && viewer != null
            ? posts(viewer, query, resolve && people.isEmpty())
            : List.of();
    List<TagLinks.Tag> hashtags =
        wants(type, "hashtags") && firstPage ? hashtags(query) : List.of();
    ctx.json(
        new Found(
            people.stream().map(accounts::of).toList(), statuses.of(viewer, found), hashtags));
  }

  private void searchAccounts(Context ctx) {
    ActorId me = authorization.user(ctx, "read:accounts").actor();
    Parameters given = Parameters.of(ctx);
    String query = given.text("q", "").strip();
    if (query.isEmpty()) {
      ctx.json(List.of());
      return;
    }
    List<Actor> people =
        people(
            me,
            query,
            given.flag("resolve", false),
            given.flag("following", false),
            given.limit("limit", 40, 80));
    ctx.json(people.stream().map(accounts::of).toList());
  }

  private static boolean wants(String type, String kind) {
    return type.isEmpty() || type.equals(kind);
  }

  private List<Actor> people(
      @Nullable ActorId viewer, String query, boolean resolve, boolean following, int limit) {
    Map<ActorId, Actor> byId = new LinkedHashMap<>();
    exact(query, resolve).filter(Actor::isPresent).ifPresent(actor -> byId.put(actor.id(), actor));
    if (!query.contains("://"))
      actors.searchLocalKnown(query.startsWith("@") ? query.substring(1) : query, limit).stream()
          .filter(Actor::isPresent)
          .forEach(actor -> byId.putIfAbsent(actor.id(), actor));
    Collection<Actor> found = byId.values();
    if (!following || viewer == null) return found.stream().limit(limit).toList();
    var known = relationships.of(viewer, found.stream().map(Actor::id).toList());
    return found.stream().filter(actor -> following(known.get(actor.id()))).limit(limit).toList();
  }

  private static boolean following(@Nullable Relationship relationship) {
    return relationship != null && relationship.following();
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

  private List<Post> posts(ActorId viewer, String query, boolean resolve) {
    if (!query.contains("://")) return List.of();
    Optional<Iri> iri = Iri.parse(query).filter(Iri::isWeb);
    if (iri.isEmpty()) return List.of();
    Optional<Post> known = posts.byAddress(iri.get());
    Optional<Post> post = known.isPresent() || !resolve ? known : posts.fetch(iri.get());
    return post.map(one -> database.read(db -> visibility.visible(db, viewer, List.of(one))))
        .orElse(List.of());
  }

  private List<TagLinks.Tag> hashtags(String query) {
    String name = Hashtag.normalise(query.startsWith("#") ? query.substring(1) : query);
    return name.isEmpty() || query.contains("@") || query.contains("://") || query.contains(" ")
        ? List.of()
        : List.of(tags.tag(name));
  }
}
