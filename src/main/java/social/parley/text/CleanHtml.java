package social.parley.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that a parser reads back as the same tree: it keeps the nesting rules, collapses
 * white space and leaves out elements without content.
 */
final class CleanHtml {
  static final int MAX_DEPTH = 64;
  static final int MAX_LENGTH = 500_000;

  private record Open(String tag, int start, int content, boolean fresh) {}

  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private int pre;

  /** True at the start of a block or line, where blanks mean nothing. */
  private boolean fresh = true;

  /** A line ends here, if anything follows in it. */
  private boolean ended;

  /** May this element stand here, so that reading it back gives the same? */
  boolean mayOpen(String tag) {
    if (open.size() >= MAX_DEPTH || out.length() > MAX_LENGTH) return false;
    String parent = open.isEmpty() ? "" : open.peek().tag();
    if (!Elements.fits(tag, parent)) return false;
    if (tag.equals("a")) return !inside("a");
    if (Elements.isHeading(tag) && insideHeading()) return false;
    return !Elements.isBlock(tag) || !insideParagraph();
  }

  void open(String tag, String attributes) {
    if (Elements.isBlock(tag)) endLine();
    else startLine();
    int start = out.length();
    boolean before = fresh;
    out.append('<').append(tag).append(attributes).append('>');
    open.push(new Open(tag, start, out.length(), before));
    if (Elements.isBlock(tag)) fresh = true;
    if (tag.equals("pre")) pre++;
  }

  void close() {
    Open top = open.pop();
    if (Elements.isBlock(top.tag())) endLine();
    if (top.tag().equals("pre")) pre--;
    if (out.length() == top.content() && !Elements.mayBeEmpty(top.tag())) {
      out.setLength(top.start());
      fresh = top.fresh();
      return;
    }
    out.append("</").append(top.tag()).append('>');
    if (Elements.isBlock(top.tag())) fresh = true;
  }

  /** An element without content, such as a line break. */
  void single(String tag, String attributes) {
    String parent = open.isEmpty() ? "" : open.peek().tag();
    if (!Elements.fits(tag, parent) || out.length() > MAX_LENGTH) return;
    boolean block = Elements.isBlock(tag);
    if (block && insideParagraph()) return;
    if (block) endLine();
    else startLine();
    if (tag.equals("br")) trim();
    out.append('<').append(tag).append(attributes).append(" />");
    fresh = block || tag.equals("br");
  }

  /** Where a block had to be left out, what follows at least starts on a new line. */
  void breakLine() {
    ended |= !fresh;
  }

  private void startLine() {
    if (!ended) return;
    ended = false;
    trim();
    out.append("<br />");
    fresh = true;
  }

  private void endLine() {
    ended = false;
    trim();
  }

  void text(String text) {
    if (out.length() > MAX_LENGTH) return;
    if (!open.isEmpty() && Elements.isTablePart(open.peek().tag())) return;
    for (int i = 0; i < text.length() && out.length() <= MAX_LENGTH; i++) {
      char c = text.charAt(i);
      if (pre > 0) {
        boolean first = c == '\n' && open.element().tag().equals("pre") && endsWithTag("pre");
        if (!first) append(text, i);
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        if (!fresh && !ended && !endsWith(' ')) out.append(' ');
      } else append(text, i);
    }
  }

  private void append(String text, int at) {
    startLine();
    char c = text.charAt(at);
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      default -> {
        if (Character.isISOControl(c) && c != '\n' && c != '\t') return;
        out.append(isLone(text, at) ? '\ufffd' : c);
      }
    }
    fresh = false;
  }

  /** Half of a surrogate pair cannot be encoded. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c))
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private boolean endsWithTag(String tag) {
    Open top = open.element();
    return top.tag().equals(tag) && out.length() == top.content();
  }

  private boolean endsWith(char c) {
    return !out.isEmpty() && out.charAt(out.length() - 1) == c;
  }

  private void trim() {
    if (pre > 0) return;
    while (endsWith(' ')) out.setLength(out.length() - 1);
  }

  boolean inside(String tag) {
    for (Open one : open) if (one.tag().equals(tag)) return true;
    return false;
  }

  private boolean insideHeading() {
    for (Open one : open) {
      if (Elements.isHeading(one.tag())) return true;
      if (Elements.isCell(one.tag())) return false;
    }
    return false;
  }

  private boolean insideParagraph() {
    for (Open one : open) {
      if (one.tag().equals("p")) return true;
      if (Elements.isCell(one.tag())) return false;
    }
    return false;
  }

  @Override
  public String toString() {
    while (!open.isEmpty()) close();
    trim();
    return out.toString();
  }
}
