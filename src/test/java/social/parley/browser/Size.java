package social.parley.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;

/** How large the window is, and the letters in it. */
enum Size {
  WIDE(1680, 1050),
  DESK(1280, 800),
  TABLET(820, 1180),
  PHONE(390, 844),
  /** The narrowest window in which everything has to be reached. */
  NARROW(320, 640),
  /** Letters of twice the size on a phone. */
  LETTERS(390, 844);

  static final List<Size> COMMON = List.of(WIDE, DESK, TABLET, PHONE);

  private final int width;
  private final int height;

  Size(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** To be called when a page has been opened. */
  void on(Page page) {
    if (this == LETTERS) page.evaluate("document.documentElement.style.fontSize = '200%'");
  }
}
