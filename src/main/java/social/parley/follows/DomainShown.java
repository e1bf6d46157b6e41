package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody may meet the people of a server again. */
public record DomainShown(ActorId actor, String domain) implements Announcement {}
