package social.parley.text;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import social.parley.core.Iri;

/**
 * CommonMark with strikethrough, addresses, mentions and hashtags, without raw HTML. What stands in
 * code stays as it is.
 */
final class Markdown {
  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(
          Heading.class,
          ThematicBreak.class,
          FencedCodeBlock.class,
          IndentedCodeBlock.class,
          BlockQuote.class,
          ListBlock.class);
  private static final int MAX_OPEN_BLOCKS = 24;
  private static final int MAX_NESTED_INLINES = 24;

  private final Parser parser;

  Markdown(Pieces pieces) {
    this.parser =
        Parser.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .maxInlineNesting(MAX_NESTED_INLINES)
            .customInlineContentParserFactory(new Finder(pieces))
            .build();
  }

  String html(String source, Markup markup) {
    return HtmlRenderer.builder()
        .extensions(List.of(StrikethroughExtension.create()))
        .escapeHtml(true)
        .sanitizeUrls(true)
        .softbreak("<br />")
        .nodeRendererFactory(context -> new Writer(context, markup))
        .build()
        .render(parser.parse(source));
  }

  /** A piece in the tree; its only child is the text as written, which image descriptions use. */
  private static final class PieceNode extends CustomNode {
    private final Piece piece;

    PieceNode(Piece piece) {
      this.piece = piece;
      appendChild(new Text(piece.source()));
    }
  }

  /** Starts looking wherever a piece may start. */
  private record Finder(Pieces pieces) implements InlineContentParserFactory, InlineContentParser {
    private static final Set<Character> TRIGGERS =
        Set.of('@', '#', '＠', '＃', 'h', 'H', 'g', 'G', 'i', 'I', 'd', 's', 'x');

    @Override
    public Set<Character> getTriggerCharacters() {
      return TRIGGERS;
    }

    @Override
    public InlineContentParser create() {
      return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      Position start = scanner.position();
      int before = scanner.peekPreviousCodePoint();
      Piece piece = pieces.at(ahead(scanner), 0, before == Scanner.END ? -1 : before);
      scanner.setPosition(start);
      if (piece == null) return ParsedInline.none();
      for (int i = 0; i < piece.source().length(); i++) scanner.next();
      return ParsedInline.of(new PieceNode(piece), scanner.position());
    }

    /** The rest of the word as far as a piece could reach. */
    private static CharSequence ahead(Scanner scanner) {
      int reach =
          switch (scanner.peek()) {
            case '#', '＃' -> Hashtag.MAX_LENGTH + 2;
            case '@', '＠' -> Pieces.MAX_HANDLE;
            default -> Iri.MAX_LENGTH;
          };
      StringBuilder word = new StringBuilder();
      while (word.length() < reach && scanner.peek() > ' ') {
        word.append(scanner.peek());
        scanner.next();
        if (word.length() == Pieces.LONGEST_SCHEME + 1 && !Pieces.maybe(word)) break;
      }
      return word;
    }
  }

  /** Writes pieces and links the way clients recognise them. */
  private static final class Writer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Markup markup;

    Writer(HtmlNodeRendererContext context, Markup markup) {
      this.context = context;
      this.html = context.getWriter();
      this.markup = markup;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(PieceNode.class, Link.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Link link) link(link);
      else if (node instanceof PieceNode found)
        if (isInLink(node)) html.text(found.piece.source());
        else html.raw(markup.html(found.piece));
    }

    private void link(Link link) {
      String url = link.getDestination();
      boolean allowed = Links.isAllowed(url) && !isInLink(link);
      if (allowed) html.raw(markup.opening(url, null));
      boolean bare =
          link.getFirstChild() instanceof Text text
              && text.getNext() == null
              && text.getLiteral().equals(url);
      if (bare) html.raw(Markup.shortened(url));
      else
        for (Node child = link.getFirstChild(); child != null; child = child.getNext())
          context.render(child);
      if (allowed) html.raw("</a>");
    }

    private static boolean isInLink(Node node) {
      for (Node above = node.getParent(); above != null; above = above.getParent())
        if (above instanceof Link) return true;
      return false;
    }
  }
}
