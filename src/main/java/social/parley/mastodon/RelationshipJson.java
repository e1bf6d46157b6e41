package social.parley.mastodon;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.follows.Relationship;

/** The Relationship entity. */
public record RelationshipJson(
    String id,
    boolean following,
    boolean showingReblogs,
    boolean notifying,
    @Nullable List<String> languages,
    boolean followedBy,
    boolean blocking,
    boolean blockedBy,
    boolean muting,
    boolean mutingNotifications,
    @Nullable String mutingExpiresAt,
    boolean requested,
    boolean requestedBy,
    boolean domainBlocking,
    boolean endorsed,
    String note) {

  public static RelationshipJson of(Relationship relationship) {
    Instant until = relationship.mutingUntil();
    return new RelationshipJson(
        relationship.target().toString(),
        relationship.following(),
        relationship.showingBoosts(),
        relationship.notifying(),
        relationship.languages().isEmpty() ? null : relationship.languages(),
        relationship.followedBy(),
        relationship.blocking(),
        relationship.blockedBy(),
        relationship.muting(),
        relationship.mutingNotifications(),
        until == null ? null : ApiDates.of(until),
        relationship.requested(),
        relationship.requestedBy(),
        relationship.hidingDomain(),
        relationship.endorsed(),
        relationship.note());
  }
}
