package social.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Photographs all pages in four sizes, light and dark, into {@code target/screenshots}; in another
 * language than English with {@code -Dlanguage}.
 */
public final class Screenshots {
  private static final String LANGUAGE = System.getProperty("language", "en");
  private static final Path FOLDER = Path.of("target/screenshots");

  private final Play play;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> only;

  private Screenshots(Play play, List<String> only) {
    this.play = play;
    this.only = only;
  }

  private record Size(String name, int width, int height) {}

  private static final List<Size> SIZES =
      List.of(
          new Size("wide", 1680, 1050),
          new Size("desk", 1280, 800),
          new Size("tablet", 820, 1180),
          new Size("phone", 390, 844));

  /** Takes all photographs, or those whose names are given. */
  public static void main(String[] names) throws IOException {
    Files.createDirectories(FOLDER);
    Path data = Files.createTempDirectory("screenshots");
    try (Play play = new Play(data);
        Chromium chromium = Chromium.start()) {
      Screenshots screenshots = new Screenshots(play, List.of(names));
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK})
        for (Size size : SIZES) screenshots.take(chromium.browser(), size, scheme);
      screenshots.complaints.forEach(System.out::println);
    }
    System.exit(0);
  }

  private void take(Browser browser, Size size, ColorScheme scheme) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(size.width(), size.height())
                .setColorScheme(scheme)
                .setLocale(LANGUAGE)
                .setBaseURL(play.oak.url()))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) complaints.add(page.url() + ": " + message.text());
      });
      page.onPageError(error -> complaints.add(page.url() + ": " + error));
      String suffix = size.name() + "-" + scheme.name().toLowerCase(Locale.ROOT);
      Rooms rooms = new Rooms(play);
      rooms.strangers().forEach((name, path) -> shoot(page, name, path, suffix));
      page.navigate("/auth/sign_in");
      page.fill("[name=login]", "mara");
      page.fill("[name=password]", Stage.PASSWORD);
      page.click("main button");
      page.navigate("/language");
      page.click("button[value=" + LANGUAGE + "]");
      rooms.members().forEach((name, path) -> shoot(page, name, path, suffix));
    }
  }

  private void shoot(Page page, String name, String path, String suffix) {
    if (!only.isEmpty() && !only.contains(name)) return;
    page.navigate(path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += 600) {"
            + " scrollTo(0, y); await new Promise(r => setTimeout(r, 30)); } scrollTo(0, 0); }");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve(name + "-" + suffix + ".png"))
            .setFullPage(!page.url().endsWith("/home") || suffix.startsWith("phone")));
  }
}
