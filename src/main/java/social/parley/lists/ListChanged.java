package social.parley.lists;

import social.parley.storage.Announcement;

/** A list has another title, other replies, or is now exclusive or no longer. */
public record ListChanged(PersonalList before, PersonalList after) implements Announcement {}
