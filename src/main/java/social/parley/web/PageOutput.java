package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.ArrayList;
import java.util.List;
import social.parley.http.AnswerBody;
import social.parley.http.Piece;

/** What templates write into: one row of bytes, and where its holes are. */
final class PageOutput extends OwaspHtmlTemplateOutput {
  /** What is shorter between two expressions of a template is not worth being told apart. */
  private static final int LONG = 500;

  /** By the very array; templates have theirs forever. */
  private static final Cache<byte[], Piece> CONSTANTS = Caffeine.newBuilder().weakKeys().build();

  private final AnswerBody bytes;
  private final List<Hole> holes = new ArrayList<>();
  private final List<Integer> cuts = new ArrayList<>();

  /** For an answer. */
  static PageOutput sent(AnswerBody body) {
    return new PageOutput(body, false);
  }

  /** For what is kept, and is worth being made small. */
  static PageOutput kept(int expected) {
    return new PageOutput(AnswerBody.expecting(expected), true);
  }

  private PageOutput(AnswerBody bytes, boolean squeezed) {
    super(new Bytes(bytes, squeezed));
    this.bytes = bytes;
  }

  @Override
  public void writeUserContent(Content content) {
    if (content instanceof Hole hole) {
      holes.add(hole);
      cuts.add(bytes.length());
    } else if (content instanceof Text text) writeUserContent(text.value());
    else super.writeUserContent(content);
  }

  /** What other pages have, too. */
  void write(Piece piece) {
    bytes.write(piece);
  }

  /** What belongs to this page alone. */
  void write(byte[] own) {
    bytes.write(own);
  }

  /** All that was written, to be filled. */
  Pieces pieces() {
    Piece[] html = new Piece[cuts.size() + 1];
    int from = 0;
    for (int i = 0; i < cuts.size(); i++) {
      html[i] = new Piece(bytes.copy(from, cuts.get(i)));
      from = cuts.get(i);
    }
    html[cuts.size()] = new Piece(bytes.copy(from, bytes.length()));
    return new Pieces(html, holes.toArray(Hole[]::new));
  }

  /** To be asked before an answer is sent. */
  void checkWhole() {
    if (!holes.isEmpty()) throw new IllegalStateException("holes in an answer: " + holes);
  }

  private record Bytes(AnswerBody all, boolean squeezed) implements TemplateOutput {
    @Override
    public void writeContent(String text) {
      all.write(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int begin, int end) {
      all.write(text, begin, end);
    }

    /** What a template has between its expressions. */
    @Override
    public void writeBinaryContent(byte[] more) {
      if (squeezed) squeeze(more);
      else if (more.length < LONG) all.write(more);
      else all.write(CONSTANTS.get(more, Piece::new));
    }

    /** Without the lines and indents that only those who read templates need. */
    private void squeeze(byte[] more) {
      boolean begins = all.endsWith('\n');
      for (byte one : more) {
        if (begins && (one == ' ' || one == '\n')) continue;
        all.write(one);
        begins = one == '\n';
      }
    }
  }
}
