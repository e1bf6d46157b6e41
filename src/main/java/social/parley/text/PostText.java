package social.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.parley.core.Handle;
import social.parley.core.Iri;

/**
 * Renders what local people write into HTML. It knows the domain that handles without one belong to
 * and the pages of hashtags.
 */
public final class PostText {
  private final Pieces pieces;
  private final Function<String, Iri> tagUrl;

  /** {@code tagUrl} gets the normalised tag and answers its page on this server. */
  public PostText(String localDomain, Function<String, Iri> tagUrl) {
    this.pieces = new Pieces(Handle.ascii(localDomain));
    this.tagUrl = tagUrl;
  }

  /** Renders a source; handles that the resolver does not know stay text. */
  public Rendered render(String source, TextFormat format, MentionResolver resolver) {
    Markup markup = new Markup(resolver, tagUrl);
    String html =
        switch (format) {
          case PLAIN -> plain(source, markup);
          case MARKDOWN -> new Markdown(pieces).html(source, markup);
          case HTML -> new TypedHtml(pieces).html(source, markup);
        };
    return markup.rendered(HtmlCleaner.cleanOwn(html));
  }

  /**
   * The handles a source mentions, each once, so that unknown ones can be looked up before
   * rendering.
   */
  public List<Handle> handles(String source, TextFormat format) {
    List<Handle> found = new ArrayList<>();
    MentionResolver collector =
        handle -> {
          found.add(handle);
          return Optional.empty();
        };
    Markup markup = new Markup(collector, tagUrl);
    switch (format) {
      case PLAIN -> plain(source, markup);
      case MARKDOWN -> new Markdown(pieces).html(source, markup);
      case HTML -> new TypedHtml(pieces).html(source, markup);
    }
    return found;
  }

  /** One line of a profile: links say that they belong to the same person. */
  public String profileField(String source) {
    Markup markup = new Markup(MentionResolver.NOBODY, tagUrl);
    StringBuilder html = new StringBuilder();
    for (Piece piece : pieces.of(source.strip()))
      if (piece instanceof Piece.Address(String url))
        html.append(markup.opening(url, "me")).append(Markup.shortened(url)).append("</a>");
      else html.append(markup.html(piece));
    return HtmlCleaner.cleanOwn(html.toString());
  }

  private String plain(String source, Markup markup) {
    String text = source.replace("\r\n", "\n").replace('\r', '\n').strip();
    if (text.isEmpty()) return "";
    StringBuilder html = new StringBuilder("<p>");
    for (Piece piece : pieces.of(text))
      if (piece instanceof Piece.Words(String words)) paragraphs(words, html);
      else html.append(markup.html(piece));
    return html.append("</p>").toString();
  }

  /** An empty line, or several, ends a paragraph; a single line end stays one. */
  private static void paragraphs(String words, StringBuilder html) {
    int at = 0;
    while (at < words.length()) {
      int end = words.indexOf('\n', at);
      if (end < 0) end = words.length();
      html.append(Markup.escape(words.substring(at, end)));
      int next = end;
      int lines = 0;
      for (int i = end; i < words.length() && Character.isWhitespace(words.charAt(i)); i++) {
        if (words.charAt(i) != '\n') continue;
        lines++;
        next = i + 1;
      }
      if (lines > 0) html.append(lines == 1 ? "<br />" : "</p><p>");
      at = Math.max(next, end);
    }
  }
}
