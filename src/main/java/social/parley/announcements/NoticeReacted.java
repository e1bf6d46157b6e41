package social.parley.announcements;

import social.parley.storage.Announcement;

/** How many people react to an announcement with this emoji has changed. */
public record NoticeReacted(long notice, String name, long count) implements Announcement {}
