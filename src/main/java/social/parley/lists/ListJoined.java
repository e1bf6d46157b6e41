package social.parley.lists;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody is now on a list. */
public record ListJoined(PersonalList list, ActorId member) implements Announcement {}
