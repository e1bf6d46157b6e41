package social.parley.timelines;

/** What of a home is wanted. */
public enum HomeFilter {
  ALL(""),
  /** What was written on this server. */
  LOCAL(" JOIN posts p ON p.id = e.post_id AND p.local"),
  /** Posts with files, as their authors show them. */
  MEDIA(" JOIN posts p ON p.id = e.post_id AND p.has_media AND p.boost_of IS NULL"),
  /** The same, and what is passed on of that kind. */
  MEDIA_AND_BOOSTS(
      " JOIN posts b ON b.id = e.post_id"
          + " JOIN posts p ON p.id = coalesce(b.boost_of, b.id) AND p.has_media");

  private final String join;

  HomeFilter(String join) {
    this.join = join;
  }

  /** Leaves only what is wanted of the entries {@code e}. */
  String join() {
    return join;
  }
}
