package social.parley.notifications;

import social.parley.storage.Announcement;

/** A notification was written that its recipient is to see at once, other than filtered ones. */
public record Notified(Notification notification) implements Announcement {}
