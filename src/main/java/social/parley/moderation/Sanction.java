package social.parley.moderation;

/** What the staff may do to somebody. */
public enum Sanction {
  /** Nothing but a word. */
  NONE,
  /** All files of theirs are shown behind a warning. */
  SENSITIVE,
  /** They cannot use their account. */
  DISABLE,
  /** Only those who follow them see them. */
  SILENCE,
  /** Nobody sees them; reversible until their data is removed. */
  SUSPEND;

  /** Whether it can be done to people of other servers, who have no account here. */
  public boolean reachesElsewhere() {
    return switch (this) {
      case SENSITIVE, SILENCE, SUSPEND -> true;
      case NONE, DISABLE -> false;
    };
  }
}
