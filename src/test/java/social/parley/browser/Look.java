package social.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Locale;

/** What a system asks pages to look like. */
enum Look {
  LIGHT,
  DARK,
  CONTRAST,
  DARKCONTRAST,
  FORCED,
  PRINT;

  static final List<Look> COMMON = List.of(LIGHT, DARK);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Browser.NewContextOptions options() {
    boolean dark = this == DARK || this == DARKCONTRAST || this == FORCED;
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    if (this == CONTRAST || this == DARKCONTRAST) options.setContrast(Contrast.MORE);
    if (this == FORCED) options.setForcedColors(ForcedColors.ACTIVE);
    return options;
  }

  /** To be called when a page has been opened. */
  void on(Page page) {
    if (this == PRINT) page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
  }
}
