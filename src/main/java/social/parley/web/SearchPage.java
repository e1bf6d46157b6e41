package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.text.Hashtag;

/** Finding people by name or handle, posts and people by address, and tags; elsewhere, too. */
public final class SearchPage implements Endpoints {
  private static final int PEOPLE = 20;

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Actors actors;
  private final RemoteActors remote;
  private final Posts posts;
  private final PostViews views;
  private final People people;

  SearchPage(
      Routing routing,
      Pages pages,
      Visitors visitors,
      Actors actors,
      RemoteActors remote,
      Posts posts,
      PostViews views,
      People people) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.actors = actors;
    this.remote = remote;
    this.posts = posts;
    this.views = views;
    this.people = people;
  }

  /** What was found; {@code elsewhere} says that a stranger's search stays on this server. */
  public record View(
      String query,
      List<PersonView> people,
      @Nullable PostView post,
      String tag,
      boolean elsewhere) {
    public boolean isEmpty() {
      return people.isEmpty() && post == null && tag.isEmpty();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/search", this::show);
  }

  private void show(Context ctx) {
    String query = Parameters.of(ctx).text("q", "").strip();
    Visitor visitor = visitors.find(ctx).orElse(null);
    View view =
        query.isEmpty()
            ? new View("", List.of(), null, "", visitor == null)
            : found(visitor, query);
    if (view.post() != null && view.people().isEmpty()) LocalPath.go(ctx, view.post().href());
    else pages.show(ctx, Head.of("Search").at(Nav.SEARCH).hidden(true), "search", view);
  }

  private View found(@Nullable Visitor visitor, String query) {
    Optional<Iri> address =
        query.contains("://") ? Iri.parse(query).filter(Iri::isWeb) : Optional.empty();
    if (address.isPresent()) return byAddress(visitor, query, address.get());
    String tag = query.startsWith("#") ? Hashtag.normalise(query.substring(1)) : "";
    if (!tag.isEmpty()) return new View(query, List.of(), null, tag, visitor == null);
    String name = query.startsWith("@") ? query.substring(1) : query;
    List<PersonView> found = byName(visitor, name);
    String maybe = name.contains("@") || name.contains(" ") ? "" : Hashtag.normalise(name);
    return new View(query, found, null, Hashtag.isValid(maybe) ? maybe : "", visitor == null);
  }

  private List<PersonView> byName(@Nullable Visitor visitor, String name) {
    Optional<Handle> handle = Handle.parse(name);
    if (handle.isPresent()) {
      Optional<Actor> known = actors.byHandle(handle.get());
      if (known.isEmpty() && visitor != null) known = resolved(remote.find(handle.get()));
      if (known.isPresent())
        return known.filter(Actor::isPresent).map(people::of).stream().toList();
    }
    return actors.searchLocalKnown(name, PEOPLE).stream()
        .filter(Actor::isPresent)
        .map(people::of)
        .toList();
  }

  private View byAddress(@Nullable Visitor visitor, String query, Iri address) {
    Optional<Actor> person = actors.byIri(address).or(() -> actors.byUrl(address.value()));
    Optional<Post> post = person.isPresent() ? Optional.empty() : posts.byAddress(address);
    if (visitor != null && person.isEmpty() && post.isEmpty()) {
      person = resolved(remote.find(address));
      if (person.isEmpty()) post = posts.fetch(address);
    }
    List<Post> visible =
        post.map(one ->
                posts.visibleInOrder(visitor == null ? null : visitor.id(), List.of(one.id())))
            .orElse(List.of());
    return new View(
        query,
        person.filter(Actor::isPresent).map(people::of).stream().toList(),
        visible.isEmpty() ? null : views.of(visitor, visible.getFirst()),
        "",
        visitor == null);
  }

  private static Optional<Actor> resolved(Resolution resolution) {
    return resolution instanceof Resolution.Found(Actor actor)
        ? Optional.of(actor)
        : Optional.empty();
  }
}
