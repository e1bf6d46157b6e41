package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whatever colour a community has, it can be read. */
class AccentTest {
  // What text in the accent colour stands on: the tokens of light and dark pages.
  private static final String[] LIGHT = {"#f6f3ed", "#fffdfa", "#ffffff", "#efebe3"};
  private static final String[] DARK = {"#171513", "#1f1c1a", "#292522", "#141210"};

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String hex) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static void check(String colour, double least, double wanted) {
    Accent.Shades shades = Accent.of(colour, least);
    assertThat(contrast(shades.fill(), shades.onFill())).as(colour).isGreaterThan(wanted);
    assertThat(contrast(shades.lightInk(), shades.lightWash())).as(colour).isGreaterThan(wanted);
    assertThat(contrast(shades.darkInk(), shades.darkWash())).as(colour).isGreaterThan(wanted);
    for (String page : LIGHT)
      assertThat(contrast(shades.lightInk(), page)).as(colour + page).isGreaterThan(wanted);
    for (String page : DARK)
      assertThat(contrast(shades.darkInk(), page)).as(colour + page).isGreaterThan(wanted);
  }

  @Test
  void everyColourCanBeRead() {
    for (int red = 0; red < 256; red += 17)
      for (int green = 0; green < 256; green += 17)
        for (int blue = 0; blue < 256; blue += 17) {
          String colour = String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
          check(colour, Accent.READABLE, 4.5);
          check(colour, Accent.CLEAR, 7);
        }
  }

  @Test
  void brightColoursStayAndCarryDarkText() {
    assertThat(Accent.of("#ffd43b", Accent.READABLE))
        .extracting(Accent.Shades::fill, Accent.Shades::onFill)
        .containsExactly("#ffd43b", "#181614");
    assertThat(Accent.of("#3b5bdb", Accent.READABLE).onFill()).isEqualTo("#ffffff");
    assertThat(Accent.of("nonsense", Accent.READABLE).raw()).isEqualTo(Accent.FALLBACK);
  }
}
