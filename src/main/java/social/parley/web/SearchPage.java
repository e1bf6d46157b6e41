package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.search.PostBounds;
import social.parley.search.Search;
import social.parley.syndication.SyndicatedFeeds;
import social.parley.text.Hashtag;
import social.parley.trends.TrendReviews;

/** Finding people and tags by name, posts by their words, and all by address; elsewhere, too. */
public final class SearchPage implements Endpoints {
  private static final int FEW = 4;
  private static final int MANY = 40;

  private final PageParts parts;
  private final Actors actors;
  private final RemoteActors remote;
  private final SyndicatedFeeds feeds;
  private final Posts posts;
  private final Search search;
  private final TrendReviews reviews;
  private final TagRows rows;
  private final Introductions introductions;

  SearchPage(
      PageParts parts,
      Found found,
      Posts posts,
      Search search,
      TrendReviews reviews,
      TagRows rows,
      Introductions introductions) {
    this.parts = parts;
    this.actors = found.actors();
    this.remote = found.remote();
    this.feeds = found.feeds();
    this.posts = posts;
    this.search = search;
    this.reviews = reviews;
    this.rows = rows;
    this.introductions = introductions;
  }

  /** Where people are found. */
  record Found(Actors actors, RemoteActors remote, SyndicatedFeeds feeds) {}

  /** What of all that was found is shown. */
  public enum Kind {
    ALL,
    POSTS,
    PEOPLE,
    TAGS
  }

  /** What was found; {@code stranger} says that the search stays on this server. */
  public record View(
      String query,
      Kind kind,
      List<Introductions.Introduced> people,
      List<TagRow> tags,
      FeedView posts,
      boolean stranger) {
    public boolean isEmpty() {
      return people.isEmpty() && tags.isEmpty() && posts.posts().isEmpty();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().page(routes, "/search", this::show);
  }

  private void show(Context ctx) {
    Parameters given = Parameters.of(ctx);
    String query = given.text("q", "").strip();
    Visitor visitor = parts.visitors().find(ctx).orElse(null);
    Kind kind = kind(given.text("kind", ""));
    Optional<Iri> address =
        query.contains("://") ? Iri.parse(query).filter(Iri::isWeb) : Optional.empty();
    View view =
        address.isPresent()
            ? byAddress(visitor, query, address.get())
            : byWords(ctx, visitor, query, kind);
    if (Feeds.isContinuation(ctx)) parts.pages().part(ctx, "feed", "feed", view.posts());
    else if (address.isPresent() && view.posts().posts().size() == 1)
      LocalPath.go(ctx, view.posts().posts().getFirst().href());
    else parts.pages().show(ctx, Head.of("Search").at(Nav.EXPLORE).hidden(true), "search", view);
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "posts" -> Kind.POSTS;
      case "people" -> Kind.PEOPLE;
      case "tags" -> Kind.TAGS;
      default -> Kind.ALL;
    };
  }

  private View byWords(Context ctx, @Nullable Visitor visitor, String query, Kind kind) {
    boolean all = kind == Kind.ALL;
    boolean asked = !query.isEmpty();
    return new View(
        query,
        kind,
        asked && (all || kind == Kind.PEOPLE)
            ? people(visitor, query, all ? FEW : MANY)
            : List.of(),
        asked && (all || kind == Kind.TAGS) ? tags(query, all ? FEW : MANY) : List.of(),
        asked && visitor != null && (all || kind == Kind.POSTS)
            ? posts(ctx, visitor, query)
            : new FeedView(List.of(), null),
        visitor == null);
  }

  private FeedView posts(Context ctx, Visitor visitor, String query) {
    return parts.feeds().posts(ctx, FilterContext.PUBLIC, at -> found(visitor, query, at));
  }

  private Page<Post> found(Visitor visitor, String query, Cursor at) {
    List<Post> found =
        search
            .look()
            .posts(visitor.id(), query, new PostBounds(null, -1, at.below(), 0, at.limit()));
    if (found.isEmpty()) return Page.empty();
    return new Page<>(
        found,
        OptionalLong.of(found.getFirst().id().value()),
        OptionalLong.of(found.getLast().id().value()));
  }

  private List<Introductions.Introduced> people(@Nullable Visitor visitor, String query, int most) {
    String name = query.startsWith("@") ? query.substring(1) : query;
    Set<ActorId> ids = new LinkedHashSet<>();
    Optional<Handle> handle = Handle.parse(name);
    if (handle.isPresent()) {
      Optional<Actor> known = actors.byHandle(handle.get());
      if (known.isEmpty() && visitor != null) known = resolved(remote.find(handle.get()));
      known.ifPresent(actor -> ids.add(actor.id()));
    }
    ActorId viewer = visitor == null ? null : visitor.id();
    ids.addAll(search.look().people(viewer, name, false, most));
    List<ActorId> shown = new ArrayList<>(ids);
    return introductions.of(visitor, shown.subList(0, Math.min(shown.size(), most))).stream()
        .filter(one -> handle.isPresent() || isWelcome(one))
        .toList();
  }

  /** Who is blocked is found by their whole name only, as one must do to lift a block. */
  private static boolean isWelcome(Introductions.Introduced one) {
    RelationView relation = one.relation();
    return relation == null || !relation.blocking() && !relation.blockedBy();
  }

  /** The tag that was typed, then those that begin like it. */
  private List<TagRow> tags(String query, int most) {
    String name = Hashtag.normalise(query.startsWith("#") ? query.substring(1) : query);
    if (name.isEmpty() || query.contains("@") || query.contains(" ") || !Hashtag.isValid(name))
      return List.of();
    Set<String> found = new LinkedHashSet<>(List.of(name));
    found.addAll(search.look().tags(name, most));
    return rows.of(reviews.listed(found, false).stream().limit(most).toList());
  }

  private View byAddress(@Nullable Visitor visitor, String query, Iri address) {
    Optional<Actor> person = actors.byIri(address).or(() -> actors.byUrl(address.value()));
    Optional<Post> post = person.isPresent() ? Optional.empty() : posts.byAddress(address);
    if (visitor != null && person.isEmpty() && post.isEmpty()) {
      person = resolved(remote.find(address));
      if (person.isEmpty()) post = posts.fetch(address);
      if (person.isEmpty() && post.isEmpty()) person = feeds.find(address);
    }
    ActorId viewer = visitor == null ? null : visitor.id();
    List<Post> visible =
        post.map(one -> posts.visibleInOrder(viewer, List.of(one.id()))).orElse(List.of());
    return new View(
        query,
        Kind.ALL,
        introductions.of(visitor, person.map(Actor::id).stream().toList()),
        List.of(),
        new FeedView(visible.stream().map(one -> parts.views().of(visitor, one)).toList(), null),
        visitor == null);
  }

  private static Optional<Actor> resolved(Resolution resolution) {
    return resolution instanceof Resolution.Found(Actor actor)
        ? Optional.of(actor)
        : Optional.empty();
  }
}
