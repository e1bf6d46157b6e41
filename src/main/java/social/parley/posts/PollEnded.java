package social.parley.posts;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** A poll is over; {@code localVoters} are the people here who took part. */
public record PollEnded(Post post, List<ActorId> localVoters) implements Announcement {
  public PollEnded {
    localVoters = List.copyOf(localVoters);
  }
}
