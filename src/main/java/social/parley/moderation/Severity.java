package social.parley.moderation;

/** How far a block of a domain goes, least first. */
public enum Severity {
  /** Only what else the block says: no files, no reports. */
  NOOP,
  /** Its people are seen only by those who follow them. */
  SILENCE,
  /** Nothing comes in, nothing goes out. */
  SUSPEND
}
