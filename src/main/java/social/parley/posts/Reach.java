package social.parley.posts;

/** How far a post goes. */
public enum Reach {
  /** Everyone, and it is listed in public timelines. */
  PUBLIC,
  /** Everyone who comes across it; not listed in public timelines. */
  QUIET,
  /** Followers of the author and people mentioned. */
  FOLLOWERS,
  /** Only people mentioned. */
  MENTIONED;

  /** True when strangers may see it. */
  public boolean isOpen() {
    return this == PUBLIC || this == QUIET;
  }

  /** The narrower one of the two. */
  public Reach within(Reach other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
