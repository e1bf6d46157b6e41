package social.parley.config;

/** Who may make an account. */
public enum Registration {
  /** Everybody. */
  OPEN,
  /** Everybody, after a moderator has said yes. */
  APPROVAL,
  /** Whoever holds an invitation. */
  INVITE,
  /** Nobody; accounts are made on the command line. */
  CLOSED
}
