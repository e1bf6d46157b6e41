package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody does not want to meet the people of a server any more. */
public record DomainHidden(ActorId actor, String domain) implements Announcement {}
