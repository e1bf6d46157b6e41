package social.parley.moderation;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/**
 * A report that somebody here makes.
 *
 * @param collections the ids of collections of people, which the caller knows to be the target's
 * @param forward whether the server of who is reported is told, without the reporter's name
 * @param forwardTo which servers are told; empty for that one
 */
public record ReportDraft(
    ActorId reporter,
    ActorId target,
    List<PostId> posts,
    List<Long> collections,
    String comment,
    ReportCategory category,
    List<String> rules,
    boolean forward,
    List<String> forwardTo) {
  public ReportDraft {
    posts = List.copyOf(posts);
    collections = List.copyOf(collections);
    rules = List.copyOf(rules);
    forwardTo = List.copyOf(forwardTo);
  }
}
