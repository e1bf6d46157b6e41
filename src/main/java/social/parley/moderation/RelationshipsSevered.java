package social.parley.moderation;

import java.time.Instant;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/**
 * A decision of the staff has cost somebody here followers and people they follow.
 *
 * @param severance the decision, for all whom it concerns
 * @param target the domain, or the handle of the one person
 */
public record RelationshipsSevered(
    long severance,
    SeveranceKind kind,
    String target,
    ActorId person,
    long followers,
    long following,
    Instant severedAt)
    implements Announcement {}
