package social.parley.text;

import org.jsoup.nodes.Element;

/** Formulas are shown as their LaTeX source, which readers of mathematics know. */
final class Formula {
  private Formula() {}

  /** The text that stands for a {@code math} element. */
  static String text(Element math) {
    Element tex = math.selectFirst("annotation[encoding=application/x-tex]");
    if (tex == null) return math.text();
    String source = tex.text().strip();
    boolean display = math.attr("display").equalsIgnoreCase("block");
    return display ? "$$" + source + "$$" : "\\(" + source + "\\)";
  }
}
