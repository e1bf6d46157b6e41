package social.parley.web;

import gg.jte.Content;

/**
 * What the forms of a post need to know of the page that they are on: whether there is somebody to
 * use them, the proof that they are ours, and where they lead back to, in a form or in the query of
 * a link.
 */
public record Forms(boolean signedIn, Content csrf, Content back, Content backQuery) {
  /** Those of posts that are kept for many pages. */
  static Forms kept(boolean signedIn) {
    return new Forms(signedIn, Hole.CSRF, Hole.BACK, Hole.BACK_QUERY);
  }
}
