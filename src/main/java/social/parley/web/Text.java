package social.parley.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Any text, made harmless where it is written; see {@link PageOutput}. */
record Text(String value) implements Content {
  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(Html.escape(value));
  }
}
