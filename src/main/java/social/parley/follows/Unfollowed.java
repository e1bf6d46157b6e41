package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody no longer follows somebody. */
public record Unfollowed(ActorId follower, ActorId followed) implements Announcement {}
