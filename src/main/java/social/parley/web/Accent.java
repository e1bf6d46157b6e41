package social.parley.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** The community's colour, and shades of it that can be read on light and on dark pages. */
final class Accent {
  /** The least contrast of text to what is behind it (WCAG 2.2, 1.4.3). */
  private static final double READABLE = 4.6;

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int[] WHITE = {255, 255, 255};
  private static final int[] BLACK = {24, 22, 20};
  private static final int[] LIGHT_PAGE = {232, 230, 224};
  private static final int[] DARK_PAGE = {52, 48, 46};
  private static final String FALLBACK = "#3b5bdb";

  private final int[] colour;

  Accent(String hex) {
    String known = HEX.matcher(hex).matches() ? hex : FALLBACK;
    int value = Integer.parseInt(known.substring(1), 16);
    colour = new int[] {value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff};
  }

  /** Custom properties for the style sheet. */
  String css() {
    int[] fill = readable(colour, WHITE, BLACK);
    return """
    :root {
      --accent: %s;
      --on-accent: #fff;
      --accent-ink: light-dark(%s, %s);
      --accent-raw: %s;
    }
    """
        .formatted(
            hex(fill),
            hex(readable(colour, LIGHT_PAGE, BLACK)),
            hex(readable(colour, DARK_PAGE, WHITE)),
            hex(colour));
  }

  /** Moved towards the other end until it stands out from what is behind it. */
  private static int[] readable(int[] from, int[] behind, int[] towards) {
    for (int step = 0; step <= 50; step++) {
      int[] mixed = mix(from, towards, step / 50.0);
      if (contrast(mixed, behind) >= READABLE) return mixed;
    }
    return towards;
  }

  private static int[] mix(int[] one, int[] other, double share) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) mixed[i] = (int) Math.round(one[i] + (other[i] - one[i]) * share);
    return mixed;
  }

  static double contrast(int[] one, int[] other) {
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
