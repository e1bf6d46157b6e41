package social.parley.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Text that is HTML already, and clean; templates write it as it stands. */
public record Html(String value) implements Content {
  public static final Html EMPTY = new Html("");

  /** Any text, made harmless. */
  public static Html of(String text) {
    return new Html(escape(text));
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(value);
  }

  @Override
  public boolean isEmptyContent() {
    return value.isEmpty();
  }
}
