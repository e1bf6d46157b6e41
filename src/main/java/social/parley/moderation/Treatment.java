package social.parley.moderation;

/** How this community deals with a server. */
public record Treatment(Severity severity, boolean rejectMedia, boolean rejectReports) {
  /** Like with any other. */
  public static final Treatment USUAL = new Treatment(Severity.NOOP, false, false);

  static final Treatment STRANGER = new Treatment(Severity.SUSPEND, true, true);

  /** Whether nothing passes between the two. */
  public boolean isSuspended() {
    return severity == Severity.SUSPEND;
  }

  /** Both, whatever is harder of each. */
  Treatment and(Treatment other) {
    return new Treatment(
        severity.compareTo(other.severity) >= 0 ? severity : other.severity,
        rejectMedia || other.rejectMedia,
        rejectReports || other.rejectReports);
  }
}
