package social.parley.posts;

/** What others may do with a post, if its author lets them. */
public enum Deed {
  LIKE,
  REPLY,
  BOOST,
  QUOTE;

  /** Whether what is done is a post that stands by itself. */
  public boolean makesPost() {
    return this == REPLY || this == BOOST;
  }
}
