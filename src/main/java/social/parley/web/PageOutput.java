package social.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What templates write into: one row of bytes, and where its holes are. */
final class PageOutput extends OwaspHtmlTemplateOutput {
  private final Bytes bytes;
  private final List<Hole> holes = new ArrayList<>();
  private final List<Integer> cuts = new ArrayList<>();

  /** For an answer. */
  static PageOutput sent(int expected) {
    return new PageOutput(new Bytes(expected, false));
  }

  /** For what is kept, and is worth being made small. */
  static PageOutput kept(int expected) {
    return new PageOutput(new Bytes(expected, true));
  }

  private PageOutput(Bytes bytes) {
    super(bytes);
    this.bytes = bytes;
  }

  @Override
  public void writeUserContent(Content content) {
    if (content instanceof Hole hole) {
      holes.add(hole);
      cuts.add(bytes.length);
    } else if (content instanceof Text text) writeUserContent(text.value());
    else super.writeUserContent(content);
  }

  /** All that was written, to be filled. */
  Pieces pieces() {
    byte[][] html = new byte[cuts.size() + 1][];
    int from = 0;
    for (int i = 0; i < cuts.size(); i++) {
      html[i] = Arrays.copyOfRange(bytes.all, from, cuts.get(i));
      from = cuts.get(i);
    }
    html[cuts.size()] = Arrays.copyOfRange(bytes.all, from, bytes.length);
    return new Pieces(html, holes.toArray(Hole[]::new));
  }

  /** The array that holds what was written, which is its beginning. */
  byte[] array() {
    if (!holes.isEmpty()) throw new IllegalStateException("holes in an answer: " + holes);
    return bytes.all;
  }

  int length() {
    return bytes.length;
  }

  private static final class Bytes implements TemplateOutput {
    private byte[] all;
    private final boolean squeezed;
    private int length;

    Bytes(int expected, boolean squeezed) {
      this.all = new byte[expected];
      this.squeezed = squeezed;
    }

    @Override
    public void writeContent(String text) {
      writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int begin, int end) {
      reserve(end - begin);
      for (int i = begin; i < end; i++) {
        char c = text.charAt(i);
        if (c >= 0x80) {
          write(text.substring(i, end).getBytes(UTF_8));
          return;
        }
        all[length++] = (byte) c;
      }
    }

    /** What a template has between its expressions. */
    @Override
    public void writeBinaryContent(byte[] more) {
      if (squeezed) squeeze(more);
      else write(more);
    }

    private void write(byte[] more) {
      reserve(more.length);
      System.arraycopy(more, 0, all, length, more.length);
      length += more.length;
    }

    /** Without the lines and indents that only those who read templates need. */
    private void squeeze(byte[] more) {
      reserve(more.length);
      boolean begins = length > 0 && all[length - 1] == '\n';
      for (byte one : more) {
        if (begins && (one == ' ' || one == '\n')) continue;
        all[length++] = one;
        begins = one == '\n';
      }
    }

    private void reserve(int more) {
      if (length + more > all.length)
        all = Arrays.copyOf(all, Math.max(2 * all.length, length + more));
    }
  }
}
