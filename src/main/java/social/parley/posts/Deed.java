package social.parley.posts;

/** What others may do with a post, if its author lets them. */
public enum Deed {
  LIKE,
  REPLY,
  BOOST,
  QUOTE
}
