package social.parley.lists;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody is no longer on a list. */
public record ListLeft(PersonalList list, ActorId member) implements Announcement {}
