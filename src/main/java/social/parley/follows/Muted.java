package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody mutes somebody. */
public record Muted(ActorId actor, ActorId target) implements Announcement {}
