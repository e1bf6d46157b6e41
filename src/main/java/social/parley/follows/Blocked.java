package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody blocks somebody; the follows between them are gone already. */
public record Blocked(ActorId actor, ActorId target) implements Announcement {}
