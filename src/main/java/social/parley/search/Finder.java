package social.parley.search;

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
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.follows.Circle;
import social.parley.follows.Circles;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.syndication.SyndicatedFeeds;
import social.parley.text.Hashtag;

/**
 * Answers what somebody types into a search, be it words, a name or an address; what is not known
 * yet is fetched for those who may ask for it.
 */
public final class Finder {
  private final Search search;
  private final Sources sources;

  public Finder(Search search, Sources sources) {
    this.search = search;
    this.sources = sources;
  }

  /** Where people and posts are known from, here and elsewhere. */
  public record Sources(
      Actors actors, RemoteActors remote, SyndicatedFeeds feeds, Circles circles, Posts posts) {}

  /** What somebody typed, whether it may be fetched, and which piece of the answer is wanted. */
  public record Asked(
      @Nullable ActorId viewer, String typed, boolean resolve, int offset, int limit) {
    public boolean isAddress() {
      return typed.contains("://");
    }

    /** The address that was typed, if it is one of the web. */
    public Optional<Iri> address() {
      return isAddress() ? Iri.parse(typed).filter(Iri::isWeb) : Optional.empty();
    }

    /** A name without the sign that handles begin with. */
    String name() {
      return typed.startsWith("@") ? typed.substring(1) : typed;
    }
  }

  /** One look for all kinds of things. */
  public Look look() {
    return search.look();
  }

  /** The one who is named in full, then those whose names begin like it. */
  public List<Actor> people(Look look, Asked asked, boolean following) {
    Map<ActorId, Actor> byId = new LinkedHashMap<>();
    ActorId viewer = asked.viewer();
    Optional<Actor> named = exact(asked);
    named.ifPresent(actor -> byId.put(actor.id(), actor));
    if (!asked.isAddress()) {
      int most = asked.offset() + asked.limit() + 1;
      boolean only = following && viewer != null;
      List<ActorId> ids = look.people(viewer, asked.name(), only, most);
      Map<ActorId, Actor> found = sources.actors().byIds(ids);
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
    Circle circle = sources.circles().of(viewer);
    return found.stream()
        .filter(actor -> actor.id().equals(named) || !circle.isParted(actor.id()))
        .filter(actor -> !following || circle.follows(actor.id()))
        .toList();
  }

  /** The one who is named in full, by handle or address. */
  public Optional<Actor> exact(Asked asked) {
    return sought(asked).filter(Actor::isPresent);
  }

  private Optional<Actor> sought(Asked asked) {
    Actors actors = sources.actors();
    if (asked.isAddress()) {
      Optional<Iri> iri = asked.address();
      Optional<Actor> known =
          iri.flatMap(one -> actors.byIri(one).or(() -> actors.byUrl(one.value())));
      if (known.isPresent() || !asked.resolve() || iri.isEmpty()) return known;
      return found(sources.remote().find(iri.get()));
    }
    Optional<Handle> handle = Handle.parse(asked.typed());
    if (handle.isEmpty()) return actors.local(asked.name());
    Optional<Actor> known = actors.byHandle(handle.get());
    return known.isPresent() || !asked.resolve()
        ? known
        : found(sources.remote().find(handle.get()));
  }

  private static Optional<Actor> found(Resolution resolution) {
    return resolution instanceof Resolution.Found(Actor actor)
        ? Optional.of(actor)
        : Optional.empty();
  }

  /** The post whose address was typed, as far as the viewer may see it. */
  public List<Post> named(Asked asked, boolean resolve) {
    Optional<Iri> iri = asked.address();
    if (iri.isEmpty()) return List.of();
    Optional<Post> known = sources.posts().byAddress(iri.get());
    boolean fetch = asked.resolve() && resolve && known.isEmpty();
    Optional<Post> post = fetch ? sources.posts().fetch(iri.get()) : known;
    return post.map(one -> sources.posts().visibleInOrder(asked.viewer(), List.of(one.id())))
        .orElse(List.of());
  }

  /** What is neither a person nor a post may be a feed, or a page that names one. */
  public Optional<Actor> feed(Asked asked) {
    if (!asked.resolve() || !asked.isAddress() || asked.offset() > 0) return Optional.empty();
    return Iri.parse(asked.typed()).flatMap(sources.feeds()::find);
  }

  /** The tag that was typed, then those that begin like it, from the first on. */
  public Set<String> tags(Look look, Asked asked) {
    String typed = asked.typed();
    String name = Hashtag.normalise(typed.startsWith("#") ? typed.substring(1) : typed);
    if (name.isEmpty() || typed.contains("@") || asked.isAddress() || typed.contains(" "))
      return Set.of();
    Set<String> found = new LinkedHashSet<>(List.of(name));
    found.addAll(look.tags(name, asked.offset() + asked.limit()));
    return found;
  }
}
