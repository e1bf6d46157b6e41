package social.parley.accounts;

/** What a person may do to the community, least last. */
public enum Role {
  OWNER,
  ADMIN,
  MODERATOR,
  USER;

  /** True for this role and every one that may do more. */
  public boolean isAtLeast(Role other) {
    return compareTo(other) <= 0;
  }
}
