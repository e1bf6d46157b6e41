package social.parley.notifications;

/** Why somebody is told. */
public enum NotificationType {
  MENTION,
  POST,
  BOOST,
  FOLLOW,
  FOLLOW_REQUEST,
  FAVOURITE,
  POLL,
  EDIT
}
