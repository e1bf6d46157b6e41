package social.parley.lists;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** A list is gone, with those who were on it. */
public record ListEnded(PersonalList list, List<ActorId> members) implements Announcement {
  public ListEnded {
    members = List.copyOf(members);
  }
}
