package social.parley.filters;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** One filter of one person; without {@code expiresAt} it counts for good. */
public record Filter(
    long id,
    ActorId owner,
    String title,
    Set<FilterContext> contexts,
    FilterAction action,
    @Nullable Instant expiresAt,
    List<FilterKeyword> keywords,
    List<FilteredPost> posts) {

  public Filter {
    contexts = Set.copyOf(contexts);
    keywords = List.copyOf(keywords);
    posts = List.copyOf(posts);
  }

  /** Whether it has not expired and counts there; null is anywhere. */
  boolean counts(Instant now, @Nullable FilterContext where) {
    return (expiresAt == null || expiresAt.isAfter(now))
        && (where == null || contexts.contains(where));
  }
}
