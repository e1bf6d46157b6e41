package social.parley.collections;

import java.util.List;

/** A collection with those who stand in it, as far as a viewer is shown them. */
public record SeenCollection(FeaturedCollection collection, List<FeaturedPerson> people) {
  public SeenCollection {
    people = List.copyOf(people);
  }
}
