package social.parley.notifications;

/** What becomes of a notification, the harshest last. */
public enum Treatment {
  ACCEPT,
  FILTER,
  DROP;

  Treatment or(Treatment other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
