package social.parley.web;

import java.util.List;
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
    Markers.Marker marker = markers.read(me, List.of(TIMELINE)).get(TIMELINE);
    return marker == null ? 0 : marker.lastReadId();
  }

  void readUpTo(ActorId me, long id) {
    if (id > lastRead(me)) markers.move(me, TIMELINE, id);
  }
}
