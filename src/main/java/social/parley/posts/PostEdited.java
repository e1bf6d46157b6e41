package social.parley.posts;

import java.util.Set;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/**
 * A post has changed from what it was before; {@code newlyNamed} are those whom only the new text
 * mentions.
 */
public record PostEdited(Post before, Post post, Set<ActorId> newlyNamed) implements Announcement {
  public PostEdited {
    newlyNamed = Set.copyOf(newlyNamed);
  }
}
