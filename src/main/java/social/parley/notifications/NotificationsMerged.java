package social.parley.notifications;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Notifications that were kept apart now stand among the others of this person. */
public record NotificationsMerged(ActorId recipient) implements Announcement {}
