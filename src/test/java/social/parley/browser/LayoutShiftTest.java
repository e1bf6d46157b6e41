package social.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing moves under the eyes of whoever reads while a page comes in. */
class LayoutShiftTest {
  /** A tenth of what others call good. */
  private static final double MOST = 0.01;

  /** Adds up what moves, except within half a second after somebody has done something. */
  private static final String WATCH =
      """
      window.moved = 0;
      window.movers = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          if (shift.hadRecentInput) continue;
          window.moved += shift.value;
          for (const source of shift.sources) window.movers.push(source.node?.outerHTML?.slice(0, 120) ?? "text");
        }
      }).observe({ type: "layout-shift", buffered: true });
      """;

  /** The next picture but one has been drawn. */
  private static final String PAINTED =
      "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

  /** Pictures that come after the words have been drawn, as they do far from here. */
  private static final class Late {
    private final List<Route> waiting = new ArrayList<>();

    Late(Page page) {
      page.route("**/media/**", waiting::add);
    }

    /** Lets them come, and says how many there were. */
    int bring() {
      int number = waiting.size();
      waiting.forEach(Route::resume);
      waiting.clear();
      return number;
    }
  }

  @TempDir Path data;

  @Test
  void pagesStandStillWhileTheyLoad() {
    assumeTrue(Chromium.isThere(), "no Chromium here");
    List<String> restless = new ArrayList<>();
    try (Play play = new Play(data);
        Chromium chromium = Chromium.start()) {
      // At the top, so that all posts would move that stand below.
      String picture = play.tom.picture(Painting.landscape(81, 900, 500), "Hills.");
      play.tom.say("From the hill.", "media_ids[]", picture);
      for (int width : new int[] {1280, 390})
        restless.addAll(read(chromium.browser(), play, width));
    }
    assertThat(restless).isEmpty();
  }

  private static List<String> read(Browser browser, Play play, int width) {
    List<String> restless = new ArrayList<>();
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setBaseURL(play.oak.url()))) {
      Page page = context.newPage();
      play.letIn(page);
      page.addInitScript(WATCH);
      Late late = new Late(page);
      Map<String, String> rooms = new Rooms(play).members();
      for (String name :
          List.of("home", "profile", "profile-other", "thread", "local", "notifications"))
        restless.addAll(read(page, late, width + " " + name, rooms.get(name)));
    }
    return restless;
  }

  private static List<String> read(Page page, Late late, String name, String path) {
    page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    page.evaluate(PAINTED);
    assertThat(late.bring()).as(name).isPositive();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate(PAINTED);
    double moved = ((Number) page.evaluate("moved")).doubleValue();
    return moved > MOST ? List.of(name + " " + moved + " " + page.evaluate("movers")) : List.of();
  }
}
