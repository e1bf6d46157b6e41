package social.parley.web;

import social.parley.core.ActorId;
import social.parley.notifications.Markers;
import social.parley.notifications.Notifications;

/** What of somebody's notifications they have not seen yet, on any device. */
final class Unread {
  private static final String TIMELINE = "notifications";

  private final Notifications notifications;
  private final Markers markers;

  Unread(Notifications notifications, Markers markers) {
    this.notifications = notifications;
    this.markers = markers;
  }

  long of(ActorId me) {
    return notifications.unread(me, lastRead(me));
  }

  long lastRead(ActorId me) {
    return markers.lastRead(me, TIMELINE);
  }

  void readUpTo(ActorId me, long id) {
    if (id > lastRead(me)) markers.move(me, TIMELINE, id);
  }
}
