package social.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import social.parley.words.Dictionary;

/**
 * Photographs pages into {@code target/screenshots}. Arguments choose what: names of pages and
 * states ({@link Rooms}), of sizes ({@link Size}), looks ({@link Look}) and languages; of what is
 * not chosen, it takes all pages, the four common sizes, light and dark, in English.
 */
public final class Screenshots {
  private static final String ENGLISH = "en";
  private static final Path FOLDER = Path.of("target/screenshots");

  /** Pictures come when they are near the window, and all are wanted. */
  private static final String WHOLE =
      """
      async () => {
        const pictures = [...document.images];
        for (const one of pictures) one.loading = "eager";
        await Promise.all(pictures.map((one) => one.decode().catch(() => {})));
      }\
      """;

  private final Play play;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> names;

  private Screenshots(Play play, List<String> names) {
    this.play = play;
    this.names = names;
  }

  /** Takes all photographs, or those that are asked for. */
  public static void main(String[] asked) throws IOException {
    Files.createDirectories(FOLDER);
    Path data = Files.createTempDirectory("screenshots");
    List<String> rest = new ArrayList<>(Arrays.asList(asked));
    List<Size> sizes = chosen(rest, List.of(Size.values()), Size::word, Size.COMMON);
    List<Look> looks = chosen(rest, List.of(Look.values()), Look::word, Look.COMMON);
    List<String> languages = chosen(rest, Dictionary.tags(), Function.identity(), List.of(ENGLISH));
    try (Play play = new Play(data);
        Chromium chromium = Chromium.start()) {
      Screenshots screenshots = new Screenshots(play, rest);
      for (String language : languages)
        for (Look look : looks)
          for (Size size : sizes) screenshots.take(chromium.browser(), size, look, language);
      screenshots.complaints.forEach(System.out::println);
    }
    System.exit(0);
  }

  /** Those of all that are named, which are then done with; if none is, the usual ones. */
  private static <T> List<T> chosen(
      List<String> asked, List<T> all, Function<T, String> word, List<T> usual) {
    List<T> found = all.stream().filter(one -> asked.contains(word.apply(one))).toList();
    asked.removeAll(found.stream().map(word).toList());
    return found.isEmpty() ? usual : found;
  }

  private void take(Browser browser, Size size, Look look, String language) {
    try (BrowserContext context =
        browser.newContext(
            look.options()
                .setViewportSize(size.width(), size.height())
                .setLocale(language)
                .setBaseURL(play.oak.url()))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) complaints.add(page.url() + ": " + message.text());
      });
      page.onPageError(error -> complaints.add(page.url() + ": " + error));
      String suffix = size.word() + "-" + look.word();
      if (!language.equals(ENGLISH)) suffix += "-" + language;
      Shot shot = new Shot(page, size, look, suffix);
      Rooms rooms = new Rooms(play);
      rooms.strangers().forEach(shot::take);
      play.letIn(page);
      page.navigate("/language");
      page.click("button[value=" + language + "]");
      rooms.members().forEach(shot::take);
      rooms.states().forEach(shot::take);
    }
  }

  private final class Shot {
    private final Page page;
    private final Size size;
    private final Look look;
    private final String suffix;

    Shot(Page page, Size size, Look look, String suffix) {
      this.page = page;
      this.size = size;
      this.look = look;
      this.suffix = suffix;
    }

    void take(String name, String path) {
      // Home goes on for long, and what large windows show of it says enough.
      boolean large = size == Size.WIDE || size == Size.DESK;
      if (open(name, path)) save(name, !large || !path.equals("/home"));
    }

    void take(String name, Rooms.State state) {
      if (look == Look.PRINT || !open(name, state.path())) return;
      state.steps().accept(page);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      save(name, false);
    }

    private boolean open(String name, String path) {
      if (!names.isEmpty() && !names.contains(name)) return false;
      page.navigate(path);
      look.on(page);
      size.on(page);
      page.evaluate(WHOLE);
      return true;
    }

    private void save(String name, boolean whole) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve(name + "-" + suffix + ".png"))
              .setFullPage(whole));
    }
  }
}
