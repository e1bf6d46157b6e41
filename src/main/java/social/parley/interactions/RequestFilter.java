package social.parley.interactions;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.posts.Deed;

/** Which requests: about these deeds, and about one post only or about all. */
public record RequestFilter(Set<Deed> deeds, @Nullable PostId post) {
  public RequestFilter {
    deeds = Set.copyOf(deeds);
  }
}
