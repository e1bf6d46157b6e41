package social.parley.filters;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** The filters of a person are others now. */
public record FiltersChanged(ActorId owner) implements Announcement {}
