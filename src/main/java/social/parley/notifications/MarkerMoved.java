package social.parley.notifications;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody has read more of their notifications, on one of their devices. */
public record MarkerMoved(ActorId person) implements Announcement {}
