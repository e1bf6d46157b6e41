package social.parley.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A place in HTML that is kept for many answers, where each answer has something of its own. */
enum Hole implements Content {
  /** The proof that a form is ours. */
  CSRF,
  /** Where a form leads back to. */
  BACK,
  /** The same, as a value in the query of a link. */
  BACK_QUERY,
  /** The key that keeps a post from being published twice. */
  KEY,
  /** The name under which a draft is kept. */
  DRAFT;

  /** What an answer puts into its holes, as HTML in bytes. */
  interface Filling {
    byte[] of(Hole hole);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    throw new IllegalStateException(this + " is not for an answer but for what is kept");
  }
}
