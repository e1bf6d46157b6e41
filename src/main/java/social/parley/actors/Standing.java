package social.parley.actors;

/** How this community treats an actor. */
public enum Standing {
  /** Like everybody else. */
  OK,
  /** Seen only by those who follow them. */
  LIMITED,
  /** Not seen, not heard. */
  SUSPENDED
}
