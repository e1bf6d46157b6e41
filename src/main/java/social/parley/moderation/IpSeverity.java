package social.parley.moderation;

/** What somebody with a blocked address may not do, least first. */
public enum IpSeverity {
  /** A moderator must let them in, however open registration is. */
  SIGN_UP_REQUIRES_APPROVAL,
  SIGN_UP_BLOCK,
  /** Nothing is answered. */
  NO_ACCESS
}
