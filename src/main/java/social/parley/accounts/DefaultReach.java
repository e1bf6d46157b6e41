package social.parley.accounts;

/** Who sees a new post unless its author says otherwise. */
public enum DefaultReach {
  PUBLIC,
  QUIET,
  FOLLOWERS,
  MENTIONED
}
