package social.parley.announcements;

import social.parley.storage.Announcement;

/** Something was announced to everybody here, or an announcement reads otherwise now. */
public record Announced(Notice notice) implements Announcement {}
