package social.parley.timelines;

import java.util.Set;
import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** A post has arrived on the homes of these people, maybe not the only ones. */
public record HomesWritten(Post post, Set<ActorId> people) implements Announcement {
  public HomesWritten {
    people = Set.copyOf(people);
  }
}
