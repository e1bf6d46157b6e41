package social.parley.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The community's colour, and shades of it that can be read on light and on dark pages. */
final class Accent {
  /** The colour where there is none that makes sense. */
  static final String FALLBACK = "#3b5bdb";

  /** The least contrast of text to what is behind it (WCAG 2.2, 1.4.3), and a little more. */
  static final double READABLE = 4.6;

  /** The same where more contrast is asked for (1.4.6). */
  static final double CLEAR = 7.1;

  /** From here on a colour is dark enough to be darkened further for white text. */
  private static final double NEARLY = 3;

  private static final double LIGHT_WASH = 0.09;
  private static final double DARK_WASH = 0.2;

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int[] WHITE = {255, 255, 255};
  private static final int[] BLACK = {24, 22, 20};
  private static final int[] LIGHT_SURFACE = {255, 253, 250};
  private static final int[] DARK_SURFACE = {31, 28, 26};
  private static final int[] LIGHT_PAGE = {232, 230, 224};
  private static final int[] DARK_PAGE = {52, 48, 46};

  private final int[] colour;
  private final double least;

  private Accent(String hex, double least) {
    String known = HEX.matcher(hex).matches() ? hex : FALLBACK;
    int value = Integer.parseInt(known.substring(1), 16);
    colour = new int[] {value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff};
    this.least = least;
  }

  /** What can be read on each other, as #rrggbb. */
  record Shades(
      String raw,
      String fill,
      String onFill,
      String lightInk,
      String darkInk,
      String lightWash,
      String darkWash) {
    /** Custom properties for the style sheet. */
    private String rule(String selector) {
      return """
      %s {
        --accent: %s;
        --on-accent: %s;
        --on-accent-shade: %s;
        --accent-ink: light-dark(%s, %s);
        --accent-wash: light-dark(%s, %s);
        --accent-raw: %s;
      }
      """
          .formatted(
              selector,
              fill,
              onFill,
              onFill.equals(hex(WHITE)) ? "#000" : "#fff",
              lightInk,
              darkInk,
              lightWash,
              darkWash,
              raw);
    }
  }

  static Shades of(String hex, double least) {
    return new Accent(hex, least).shades();
  }

  /** The rules for one colour, for those who want none of it, and for those who need contrast. */
  static String css(String hex) {
    return of(hex, READABLE).rule(":root")
        + of(FALLBACK, READABLE).rule(":root[data-plain]")
        + "@media (prefers-contrast: more) {\n"
        + of(hex, CLEAR).rule(":root")
        + of(FALLBACK, CLEAR).rule(":root[data-plain]")
        + "}\n"
        + of(hex, CLEAR).rule(":root[data-contrast]")
        + of(FALLBACK, CLEAR).rule(":root[data-contrast][data-plain]");
  }

  private Shades shades() {
    boolean white = contrast(colour, WHITE) >= NEARLY;
    int[] fill = readable(colour, List.of(white ? WHITE : BLACK), white ? BLACK : WHITE);
    int[] lightWash = mix(LIGHT_SURFACE, colour, LIGHT_WASH);
    int[] darkWash = mix(DARK_SURFACE, colour, DARK_WASH);
    return new Shades(
        hex(colour),
        hex(fill),
        hex(white ? WHITE : BLACK),
        hex(readable(colour, List.of(LIGHT_PAGE, lightWash), BLACK)),
        hex(readable(colour, List.of(DARK_PAGE, darkWash), WHITE)),
        hex(lightWash),
        hex(darkWash));
  }

  /** Moved towards the other end until it stands out from all that may be behind it. */
  private int[] readable(int[] from, List<int[]> behind, int[] towards) {
    for (int step = 0; step <= 50; step++) {
      int[] mixed = mix(from, towards, step / 50.0);
      if (behind.stream().allMatch(back -> contrast(mixed, back) >= least)) return mixed;
    }
    return towards;
  }

  private static int[] mix(int[] one, int[] other, double share) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) mixed[i] = (int) Math.round(one[i] + (other[i] - one[i]) * share);
    return mixed;
  }

  private static double contrast(int[] one, int[] other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int[] colour) {
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static String hex(int[] colour) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
  }
}
