package social.parley.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * HTML that people type: made harmless like that of strangers, with handles, hashtags and addresses
 * in it turned into links.
 */
final class TypedHtml {
  private static final String LITERAL = "a, code, pre";

  private final Pieces pieces;

  TypedHtml(Pieces pieces) {
    this.pieces = pieces;
  }

  String html(String source, Markup markup) {
    Document fragment = Jsoup.parseBodyFragment(HtmlCleaner.clean(source));
    fragment.outputSettings().prettyPrint(false);
    Element body = fragment.body();
    // What looks like a mention must be one.
    body.select("[class]").forEach(element -> element.removeAttr("class"));
    body.select("a[rel]").forEach(link -> link.attr("rel", "nofollow noopener"));
    body.select("a[href]").forEach(link -> markup.opening(link.attr("href"), null));
    List<TextNode> texts = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) texts.add(text);
        },
        body);
    for (TextNode text : texts) replace(text, markup);
    if (body.selectFirst("p, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6, table") == null)
      return body.html().isBlank() ? "" : "<p>" + body.html() + "</p>";
    return body.html();
  }

  private void replace(TextNode text, Markup markup) {
    if (text.parent() instanceof Element parent && parent.closest(LITERAL) != null) return;
    List<Piece> found = pieces.of(text.getWholeText());
    if (found.stream().allMatch(Piece.Words.class::isInstance)) return;
    StringBuilder html = new StringBuilder();
    for (Piece piece : found) html.append(markup.html(piece));
    text.before(html.toString());
    text.remove();
  }
}
