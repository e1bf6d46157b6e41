package social.parley.web;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.words.Words;

/**
 * Messages with something in them that is more than text. In the message, {@code <0>words</0>} is
 * the link that is given first, and {@code <code>}, {@code <strong>} and {@code <em>} are
 * themselves; all else is text. Texts that are given are escaped, other things written as they are.
 */
public final class Sentence {
  private static final Set<String> PLAIN = Set.of("code", "strong", "em");

  /** Code points that no text has: each stands for one of the things given. */
  private static final char FIRST = '\ufdd0';

  private static final int MOST = 16;

  private final Object[] given;
  private final StringBuilder out = new StringBuilder();

  private Sentence(Object[] given) {
    this.given = given;
  }

  /** Where words of a message lead to. */
  public record Link(String href, @Nullable String rel) {}

  public static Link link(String href) {
    return new Link(href, null);
  }

  /** A link to somewhere else. */
  public static Link out(String href) {
    return new Link(href, "noopener");
  }

  /** Words that are to be typed as they stand, one after the other. */
  public static Html code(String... words) {
    return Arrays.stream(words)
        .map(word -> new Html("<code>" + Html.escape(word) + "</code>"))
        .reduce((all, next) -> rich("list.two", all, next))
        .orElse(Html.EMPTY);
  }

  /** A message as HTML in the language of whoever the answer is for. */
  public static Html rich(String key, Object... given) {
    Object[] marks = new Object[given.length];
    for (int i = 0; i < given.length; i++) marks[i] = mark(given[i], (char) (FIRST + i));
    Sentence sentence = new Sentence(given);
    sentence.write(Words.say(key, marks));
    return new Html(sentence.out.toString());
  }

  /** Texts are isolated where that matters; what is HTML already sees to it itself. */
  private static Object mark(Object thing, char sign) {
    return switch (thing) {
      case Number number -> number;
      case Content _ -> Character.valueOf(sign);
      default -> String.valueOf(sign);
    };
  }

  private void write(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = c == '<' ? text.indexOf('>', i) : -1;
      if (c >= FIRST && c < FIRST + Math.min(MOST, given.length))
        out.append(html(given[c - FIRST]));
      else if (end > i && tag(text.substring(i + 1, end))) i = end;
      else out.append(Html.escape(String.valueOf(c)));
    }
  }

  private boolean tag(String inside) {
    boolean closes = inside.startsWith("/");
    String name = closes ? inside.substring(1) : inside;
    if (PLAIN.contains(name)) {
      out.append('<').append(inside).append('>');
      return true;
    }
    int number = name.length() == 1 ? name.charAt(0) - '0' : -1;
    if (number < 0 || number >= given.length || !(given[number] instanceof Link link)) return false;
    if (closes) {
      out.append("</a>");
      return true;
    }
    out.append("<a href=\"").append(Html.escape(link.href())).append('"');
    if (link.rel() != null) out.append(" rel=\"").append(link.rel()).append('"');
    out.append('>');
    return true;
  }

  private static String html(Object thing) {
    if (!(thing instanceof Content content)) return Html.escape(thing.toString());
    Utf8ByteOutput written = new Utf8ByteOutput();
    content.writeTo(new OwaspHtmlTemplateOutput(written));
    return new String(written.toByteArray(), StandardCharsets.UTF_8).strip();
  }
}
