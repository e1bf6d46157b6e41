package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody has lifted a block. */
public record Unblocked(ActorId actor, ActorId target) implements Announcement {}
