package social.parley.posts;

/** Whether somebody may do something with a post. */
public enum Permission {
  /** At once, and every server can tell. */
  OPEN,
  /** At once, but only the author's server knows who belongs to those meant. */
  KNOWN,
  /** When the author agrees. */
  MANUAL,
  /** Those who may are named in a way that nothing here understands. */
  UNKNOWN,
  DENIED;

  /** True when the author need not be asked. */
  public boolean isAutomatic() {
    return this == OPEN || this == KNOWN;
  }
}
