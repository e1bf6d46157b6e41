package social.parley.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How pages look to somebody.
 *
 * @param contrast more of it than the system asks for
 * @param still nothing moves, whatever the system says
 * @param plain without the colours and pictures of the community
 * @param unstyled without the community's own style sheet
 */
public record Look(
    Theme theme, TextSize size, boolean contrast, boolean still, boolean plain, boolean unstyled) {
  /** The look of somebody who has not chosen. */
  public static final Look DEFAULT =
      new Look(Theme.SYSTEM, TextSize.NORMAL, false, false, false, false);

  /** Dark on light or light on dark. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** How large text is, compared with what the browser is set to. */
  public enum TextSize {
    SMALL,
    NORMAL,
    LARGE,
    LARGER,
    LARGEST
  }

  /** All that differs from the default, as words with lines between them. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (theme != Theme.SYSTEM) words.add(word(theme));
    if (size != TextSize.NORMAL) words.add(word(size));
    if (contrast) words.add("contrast");
    if (still) words.add("still");
    if (plain) words.add("plain");
    if (unstyled) words.add("unstyled");
    return String.join("_", words);
  }

  /** The look that words describe; those that mean nothing are passed over. */
  public static Look of(String text) {
    List<String> words = List.of(text.split("_", 12));
    return new Look(
        of(Theme.values(), words, Theme.SYSTEM),
        of(TextSize.values(), words, TextSize.NORMAL),
        words.contains("contrast"),
        words.contains("still"),
        words.contains("plain"),
        words.contains("unstyled"));
  }

  private static <E extends Enum<E>> E of(E[] all, List<String> words, E fallback) {
    for (E one : all) if (words.contains(word(one))) return one;
    return fallback;
  }

  /** The name of a choice, as pages and cookies write it. */
  public static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
