package social.parley.posts;

import java.util.List;

/** What stands around a post: above it from the first on, below it depth first, oldest first. */
public record Thread(List<Post> ancestors, List<Post> descendants) {
  public Thread {
    ancestors = List.copyOf(ancestors);
    descendants = List.copyOf(descendants);
  }
}
