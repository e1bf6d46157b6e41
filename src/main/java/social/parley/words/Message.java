package social.parley.words;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message in ICU's syntax, read once: text, arguments by number, plurals and selections. ICU's
 * own {@code MessageFormat} may not be used by two threads at a time.
 */
final class Message {
  private static final String ISOLATED = "\u2068";
  private static final String RIGHT_TO_LEFT = "\u2067";
  private static final String AS_BEFORE = "\u2069";

  private sealed interface Piece {}

  private record Text(String words) implements Piece {}

  private record Argument(int number) implements Piece {}

  /** The number that a plural is about. */
  private record Counted(int number) implements Piece {}

  private record Plural(int number, Map<String, List<Piece>> forms) implements Piece {}

  private record Selection(int number, Map<String, List<Piece>> forms) implements Piece {}

  /** Any number of one plural form, and what is to stand for it. */
  record Shape(String form, String sign) {
    @Override
    public String toString() {
      return sign;
    }
  }

  private final List<Piece> pieces;
  private final Numbers numbers;

  /** The text, if it has no arguments at all. */
  private final @Nullable String plain;

  private Message(List<Piece> pieces, Numbers numbers) {
    this.pieces = pieces;
    this.numbers = numbers;
    this.plain =
        pieces.isEmpty()
            ? ""
            : pieces.size() == 1 && pieces.getFirst() instanceof Text text ? text.words() : null;
  }

  static Message read(String pattern, Numbers numbers) {
    return new Message(Reading.of(new MessagePattern(pattern)), numbers);
  }

  String format(Object... given) {
    if (plain != null) return plain;
    StringBuilder out = new StringBuilder();
    write(pieces, given, out);
    return out.toString();
  }

  private void write(List<Piece> all, Object[] given, StringBuilder out) {
    for (Piece piece : all)
      switch (piece) {
        case Text text -> out.append(text.words());
        case Argument argument -> out.append(shown(given[argument.number()]));
        case Counted counted -> out.append(shown(given[counted.number()]));
        case Plural plural -> write(form(plural.forms(), given[plural.number()]), given, out);
        case Selection selection ->
            write(named(selection.forms(), given[selection.number()].toString()), given, out);
      }
  }

  private String shown(Object value) {
    if (value instanceof Number number) return numbers.plain(number.longValue());
    String text = value.toString();
    if (!numbers.rightToLeft() || !(value instanceof CharSequence)) return text;
    // A name from left to right, or signs around it, must not turn the sentence around; what has
    // been put together of such already, as lists are, is read as the sentence is.
    return (text.contains(ISOLATED) ? RIGHT_TO_LEFT : ISOLATED) + text + AS_BEFORE;
  }

  private List<Piece> form(Map<String, List<Piece>> forms, Object counted) {
    if (counted instanceof Shape shape) return named(forms, shape.form());
    Number number = (Number) counted;
    List<Piece> exact = forms.get("=" + number);
    return exact == null ? named(forms, numbers.category(number.longValue())) : exact;
  }

  private static List<Piece> named(Map<String, List<Piece>> forms, String name) {
    List<Piece> form = forms.get(name);
    return form == null ? forms.getOrDefault("other", List.of()) : form;
  }

  /** From the list of parts that ICU makes of a pattern to a tree. */
  private static final class Reading {
    private final MessagePattern pattern;
    private final String text;

    private Reading(MessagePattern pattern) {
      this.pattern = pattern;
      this.text = pattern.getPatternString();
    }

    static List<Piece> of(MessagePattern pattern) {
      return new Reading(pattern).pieces(0, -1);
    }

    private List<Piece> pieces(int start, int counted) {
      List<Piece> pieces = new ArrayList<>();
      StringBuilder words = new StringBuilder();
      int end = pattern.getLimitPartIndex(start);
      int read = pattern.getPart(start).getLimit();
      for (int i = start + 1; i <= end; i++) {
        Part part = pattern.getPart(i);
        words.append(text, read, part.getIndex());
        read = part.getLimit();
        switch (part.getType()) {
          case REPLACE_NUMBER -> {
            flush(words, pieces);
            pieces.add(new Counted(counted));
          }
          case ARG_START -> {
            flush(words, pieces);
            pieces.add(argument(i, part.getArgType()));
            i = pattern.getLimitPartIndex(i);
            read = pattern.getPart(i).getLimit();
          }
          default -> {}
        }
      }
      flush(words, pieces);
      return List.copyOf(pieces);
    }

    private static void flush(StringBuilder words, List<Piece> pieces) {
      if (words.isEmpty()) return;
      pieces.add(new Text(words.toString()));
      words.setLength(0);
    }

    private Piece argument(int start, ArgType type) {
      Part name = pattern.getPart(start + 1);
      if (name.getType() != Part.Type.ARG_NUMBER)
        throw new IllegalArgumentException("arguments have numbers: " + text);
      int number = name.getValue();
      return switch (type) {
        case NONE -> new Argument(number);
        case PLURAL -> new Plural(number, forms(start + 2, number));
        case SELECT -> new Selection(number, forms(start + 2, number));
        default -> throw new IllegalArgumentException("of no use here, " + type + ": " + text);
      };
    }

    private Map<String, List<Piece>> forms(int start, int counted) {
      Map<String, List<Piece>> forms = new HashMap<>();
      for (int i = start; pattern.getPartType(i) == Part.Type.ARG_SELECTOR; i++) {
        String selector = pattern.getSubstring(pattern.getPart(i));
        while (pattern.getPartType(i) != Part.Type.MSG_START) i++;
        forms.put(selector, pieces(i, counted));
        i = pattern.getLimitPartIndex(i);
      }
      return Map.copyOf(forms);
    }
  }
}
