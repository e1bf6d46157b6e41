package social.parley.timelines;

import java.util.Set;
import social.parley.lists.ListId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** A post has arrived on these lists, maybe not the only ones. */
public record ListsWritten(Post post, Set<ListId> lists) implements Announcement {
  public ListsWritten {
    lists = Set.copyOf(lists);
  }
}
