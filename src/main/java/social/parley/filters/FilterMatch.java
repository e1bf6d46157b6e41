package social.parley.filters;

import java.util.List;
import social.parley.core.PostId;

/** A filter that a post runs into: by which words as the post spells them, and by which posts. */
public record FilterMatch(Filter filter, List<String> words, List<PostId> posts) {
  public FilterMatch {
    words = List.copyOf(words);
    posts = List.copyOf(posts);
  }
}
