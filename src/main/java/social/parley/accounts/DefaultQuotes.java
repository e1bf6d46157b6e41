package social.parley.accounts;

/** Who may quote what somebody writes, where they choose nothing else. */
public enum DefaultQuotes {
  PUBLIC,
  FOLLOWERS,
  NOBODY
}
