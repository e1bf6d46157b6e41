package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody no longer mutes somebody. */
public record Unmuted(ActorId actor, ActorId target) implements Announcement {}
