package social.parley.posts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Bundled;
import social.parley.storage.Reading;

/** Whether anybody here has asked for a post from elsewhere; asked of many posts at once. */
final class Interest {
  /** How many people here one post reaches by being addressed to them. */
  private static final int MOST_ADDRESSED = 500;

  /** Posts that are looked up together. */
  private static final int MOST_LOOKED_UP = 32;

  private final Posts.Needs needs;
  private final PostStore store = new PostStore();
  private final ThreadStore threads = new ThreadStore();
  private final Bundled<Place, Place> places;

  /** A post with its author; whether it is here, and whether anybody here follows them. */
  private record Place(Iri post, ActorId author, boolean here, boolean followed) {
    Place with(Set<Iri> allHere, Set<ActorId> allFollowed) {
      return new Place(post, author, allHere.contains(post), allFollowed.contains(author));
    }
  }

  Interest(Posts.Needs needs) {
    this.places = new Bundled<>(MOST_LOOKED_UP, this::look);
    this.needs = needs;
  }

  /** Whether a post is not here yet, and wanted. */
  boolean isNews(ForeignPost post, Actor author) {
    Place place = places.add(new Place(post.iri(), author.id(), false, false));
    return !place.here() && isWanted(place, post);
  }

  /** Whether a post is here, or wanted. */
  boolean isOfInterest(ForeignPost post, Actor author) {
    Place place = places.add(new Place(post.iri(), author.id(), false, false));
    return place.here() || isWanted(place, post);
  }

  private List<Place> look(List<Place> asked) {
    return needs
        .database()
        .read(db -> {
          Set<Iri> here = store.here(db, asked.stream().map(Place::post).toList());
          Set<ActorId> followed =
              needs.follows().followedHere(db, asked.stream().map(Place::author).toList());
          return asked.stream().map(place -> place.with(here, followed)).toList();
        });
  }

  /**
   * Whether anybody here has asked for such a post: by following its author, by being addressed, or
   * because it belongs to a thread that is here.
   */
  private boolean isWanted(Place place, ForeignPost post) {
    return place.followed() || needs.database().read(db -> concernsUs(db, post));
  }

  private boolean concernsUs(Reading db, ForeignPost post) {
    if (post.inReplyTo() != null && threads.parent(db, post.inReplyTo()).isPresent()) return true;
    Set<Iri> here = addressedHere(post);
    return !here.isEmpty()
        && needs.actors().byIris(db, here).values().stream().anyMatch(Actor::local);
  }

  /**
   * Whom of ours it is addressed to, if they exist; most addresses are of collections elsewhere.
   */
  Set<Iri> addressedHere(ForeignPost post) {
    return post.to().stream()
        .filter(needs.actors().addresses()::isLocal)
        .limit(MOST_ADDRESSED)
        .collect(Collectors.toSet());
  }
}
