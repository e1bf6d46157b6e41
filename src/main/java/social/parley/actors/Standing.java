package social.parley.actors;

/** How this community treats an actor. */
public enum Standing {
  /** Like everybody else. */
  OK,
  /** Seen only by those who follow them. */
  LIMITED,
  /** Not seen, not heard. */
  SUSPENDED,
  /** Waits for a moderator's yes: nobody but the staff knows of it. */
  PENDING
}
