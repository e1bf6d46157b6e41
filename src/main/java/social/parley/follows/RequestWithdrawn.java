package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** A request to follow was taken back or turned down. */
public record RequestWithdrawn(ActorId follower, ActorId followed) implements Announcement {}
