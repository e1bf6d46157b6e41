package social.parley.moderation;

/** What somebody is reported for. */
public enum ReportCategory {
  SPAM,
  LEGAL,
  /** Against a rule of this community. */
  VIOLATION,
  OTHER
}
