package social.parley.config;

/** Who may read something about how this community is run. */
public enum Disclosure {
  EVERYONE,
  /** People who have an account here. */
  MEMBERS,
  NOBODY
}
