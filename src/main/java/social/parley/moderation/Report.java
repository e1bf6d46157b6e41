package social.parley.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;

/**
 * What somebody has told the staff about somebody.
 *
 * @param iri the id of the Flag, of a report from elsewhere
 * @param collections the ids of the reported one's collections of people
 * @param rules the numbers of the rules that are said to be broken
 */
public record Report(
    long id,
    @Nullable Iri iri,
    ActorId reporter,
    ActorId target,
    ReportCategory category,
    String comment,
    List<PostId> posts,
    List<Long> collections,
    List<String> rules,
    boolean forwarded,
    Instant createdAt,
    Instant updatedAt,
    @Nullable ActorId assignedTo,
    @Nullable Instant resolvedAt,
    @Nullable ActorId resolvedBy) {
  public Report {
    posts = List.copyOf(posts);
    collections = List.copyOf(collections);
    rules = List.copyOf(rules);
  }

  /** Whether the staff has dealt with it. */
  public boolean isResolved() {
    return resolvedAt != null;
  }
}
