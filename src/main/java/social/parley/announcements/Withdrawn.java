package social.parley.announcements;

import social.parley.storage.Announcement;

/** An announcement is gone, or over. */
public record Withdrawn(long notice) implements Announcement {}
