package social.parley.posts;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** A poll is over; {@code concerned} are the people here who took part or started it. */
public record PollEnded(Post post, List<ActorId> concerned) implements Announcement {
  public PollEnded {
    concerned = List.copyOf(concerned);
  }
}
