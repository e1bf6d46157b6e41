package social.parley.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * How long a post counts: in characters as a reader sees them, every link as {@link #LINK}, every
 * mention without its domain.
 */
public final class CharacterCount {
  /** What one link costs, however long it is. */
  public static final int LINK = 23;

  private static final Pieces PIECES = new Pieces("localhost");

  private CharacterCount() {}

  /** The length of a text as its author is told. */
  public static int of(String text) {
    int count = 0;
    for (Piece piece : PIECES.of(text.replace("\r\n", "\n"))) {
      count +=
          switch (piece) {
            case Piece.Words words -> characters(words.source());
            case Piece.Address _ -> LINK;
            case Piece.Named named -> 1 + named.handle().user().length();
            case Piece.Tagged tagged -> characters(tagged.source());
          };
    }
    return count;
  }

  /** Characters as a reader sees them: a letter with its marks, or a composed emoji, is one. */
  public static int characters(String text) {
    if (text.codePoints().allMatch(c -> c < 0x80 && c != '\r')) return text.length();
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) count++;
    return count;
  }
}
