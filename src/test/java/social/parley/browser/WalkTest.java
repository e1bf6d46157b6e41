package social.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same life in every way in which the pages can be used. */
class WalkTest {
  /** With what, on which screen, and how it looks. */
  enum Way {
    DESKTOP(1280, true, false, "en"),
    PHONE(390, true, false, "en"),
    SCRIPTLESS(1280, false, false, "en"),
    SCRIPTLESSPHONE(390, false, false, "en"),
    DARK(1280, true, true, "en"),
    ARABIC(390, true, false, "ar"),
    KEYS(1280, true, false, "en");

    private final int width;
    private final boolean scripts;
    private final boolean dark;
    private final String language;

    Way(int width, boolean scripts, boolean dark, String language) {
      this.width = width;
      this.scripts = scripts;
      this.dark = dark;
      this.language = language;
    }

    int width() {
      return width;
    }

    boolean scripts() {
      return scripts;
    }

    boolean dark() {
      return dark;
    }

    boolean rightToLeft() {
      return language.equals("ar");
    }

    Hands hands(Page page) {
      if (this == KEYS) return new Hands.Keys(page);
      return width < 700 ? new Hands.Finger(page) : new Hands.Mouse(page);
    }

    Browser.NewContextOptions browser() {
      return new Browser.NewContextOptions()
          .setViewportSize(width, 900)
          .setHasTouch(width < 700)
          .setJavaScriptEnabled(scripts)
          .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
          .setLocale(language);
    }
  }

  @TempDir static Path data;
  private static Stage oak;
  private static Stage fir;
  private static Member lin;
  private static Member jun;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    assumeTrue(Chromium.isThere(), "no Chromium here");
    chromium = Chromium.start();
    oak =
        Stage.start(
            data,
            "oak",
            "PARLEY_HOSTS",
            "localhost",
            "PARLEY_REGISTRATION",
            "open",
            "PARLEY_ABOUT_RULES",
            "Be kind.");
    fir = Stage.start(data, "fir", "PARLEY_HOSTS", "localhost");
    lin = oak.person("lin");
    jun = fir.person("jun");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) chromium.close();
    if (oak != null) oak.close();
    if (fir != null) fir.close();
  }

  @ParameterizedTest
  @EnumSource
  void aWholeLife(Way way) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        chromium.browser().newContext(way.browser().setBaseURL(oak.url()))) {
      Page page = context.newPage();
      page.setDefaultTimeout(10_000);
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) complaints.add(page.url() + " " + message.text());
      });
      page.onPageError(complaints::add);
      try {
        new Walk(way, page, oak, fir, lin, jun).all();
      } catch (RuntimeException | AssertionError stumbled) {
        throw new AssertionError(way + " on " + page.url() + " " + step(stumbled), stumbled);
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static String step(Throwable stumbled) {
    return Arrays.stream(stumbled.getStackTrace())
        .filter(frame -> frame.getClassName().equals(Walk.class.getName()))
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < "));
  }
}
