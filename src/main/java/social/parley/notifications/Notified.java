package social.parley.notifications;

import social.parley.storage.Announcement;

/** A notification was written. */
public record Notified(Notification notification) implements Announcement {}
