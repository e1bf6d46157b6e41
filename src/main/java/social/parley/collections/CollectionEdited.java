package social.parley.collections;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** A collection is described in other words than before; the people are all those in it. */
public record CollectionEdited(
    FeaturedCollection before, FeaturedCollection after, List<ActorId> people)
    implements Announcement {
  public CollectionEdited {
    people = List.copyOf(people);
  }
}
