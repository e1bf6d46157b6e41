package social.parley.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Emoji that are characters: which texts are exactly one, and how it is spelt. */
public final class UnicodeEmoji {
  private static final Pattern ONE = Pattern.compile("\\X");
  private static final int MAX_LENGTH = 64;
  private static final int AS_PICTURE = 0xFE0F;
  private static final int AS_TEXT = 0xFE0E;
  private static final int KEYCAP = 0x20E3;
  private static final int JOINER = 0x200D;

  private UnicodeEmoji() {}

  /** The one emoji that a text is, fully qualified (UTS 51); nothing when it is anything else. */
  public static Optional<String> of(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || !ONE.matcher(text).matches())
      return Optional.empty();
    int[] points = text.codePoints().filter(point -> point != AS_PICTURE).toArray();
    boolean picture = false;
    StringBuilder spelt = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      int next = i + 1 < points.length ? points[i + 1] : 0;
      if (points[i] == AS_TEXT || !belongs(points[i])) return Optional.empty();
      boolean plain = points[i] < 0x80;
      picture |= Character.isEmoji(points[i]) && (!plain || next == KEYCAP);
      spelt.appendCodePoint(points[i]);
      if (needsMark(points[i], next)) spelt.appendCodePoint(AS_PICTURE);
    }
    return picture ? Optional.of(spelt.toString()) : Optional.empty();
  }

  private static boolean belongs(int point) {
    return Character.isEmoji(point)
        || point == JOINER
        || point == KEYCAP
        // Tags, which spell the flags of regions.
        || (point >= 0xE0020 && point <= 0xE007F);
  }

  private static boolean needsMark(int point, int next) {
    if (!Character.isEmoji(point) || Character.isEmojiPresentation(point)) return false;
    if (Character.isEmojiModifier(next)) return false;
    return point >= 0x80 || next == KEYCAP;
  }
}
