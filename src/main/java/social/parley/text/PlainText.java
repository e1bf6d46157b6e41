package social.parley.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** HTML as plain text: for notifications, search, previews and apps that show no HTML. */
public final class PlainText {
  private final StringBuilder out = new StringBuilder();
  private int afterSign;
  private int pre;

  private PlainText() {}

  /** The text of some HTML, its paragraphs apart by an empty line. */
  public static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) return html.strip();
    PlainText text = new PlainText();
    text.children(
        Jsoup.parseBodyFragment(
                html.length() > HtmlCleaner.MAX_INPUT
                    ? html.substring(0, HtmlCleaner.MAX_INPUT)
                    : html)
            .body());
    return text.out.toString().strip();
  }

  /** A title: plain text by the standard, though some write it with entities or as HTML. */
  public static String ofTitle(String title) {
    return title.contains("</") ? of(title) : Parser.unescapeEntities(title, false).strip();
  }

  /** The text in one line of at most so many code points, cut with an ellipsis. */
  public static String line(String html, int length) {
    String line = of(html).replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= length) return line;
    return line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
  }

  /** The same of a post; the link to what it quotes is none of its words. */
  public static String firstWords(String html, int length) {
    if (!html.contains("quote-inline")) return line(html, length);
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select(".quote-inline").remove();
    return line(body.html(), length);
  }

  private void children(Element element) {
    for (Node child = element.firstChild(); child != null; child = child.nextSibling())
      switch (child) {
        case TextNode text -> words(text.getWholeText());
        case Element inner -> element(inner);
        default -> {}
      }
  }

  private void element(Element element) {
    String tag = element.normalName();
    if (Elements.isDropped(tag)) return;
    switch (tag) {
      case "br" -> out.append('\n');
      case "img" -> out.append(element.attr("alt"));
      case "li" -> block(element, "\n", "- ");
      case "tr", "dt", "dd", "div", "figcaption" -> block(element, "\n", "");
      case "math" -> out.append(Formula.text(element));
      case "td", "th" -> block(element, "", " ");
      case "pre" -> {
        pre++;
        block(element, "\n\n", "");
        pre--;
      }
      default -> {
        boolean apart = Elements.isBlock(tag) || Elements.isSection(tag);
        block(element, apart ? "\n\n" : "", "");
      }
    }
  }

  private void block(Element element, String apart, String sign) {
    separate(apart);
    out.append(sign);
    if (!sign.isBlank()) afterSign = out.length();
    children(element);
    separate(apart);
  }

  /** At least this many line ends, unless nothing has been written yet. */
  private void separate(String lines) {
    if (lines.isEmpty()) return;
    // The sign of a list stays with the text after it.
    if (out.isEmpty() || out.length() == afterSign) return;
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
    int missing = lines.length();
    for (int i = out.length(); i > 0 && missing > 0 && out.charAt(i - 1) == '\n'; i--) missing--;
    out.repeat('\n', missing);
  }

  private void words(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (pre > 0 || !blank) out.append(c);
      else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1)))
        out.append(' ');
    }
  }
}
