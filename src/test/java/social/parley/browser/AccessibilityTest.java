package social.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What axe-core, a program of others, has to say about every page, in both themes. */
class AccessibilityTest {
  private static final Path AXE = Path.of("tests/apps/node_modules/axe-core/axe.min.js");

  /** Serious and critical violations, each with the first element that has it. */
  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ["violations"] });
        return found.violations
          .filter((one) => one.impact === "serious" || one.impact === "critical")
          .map((one) => one.id + ": " + one.nodes.map((node) => node.html.slice(0, 160) + " "
            + (node.any[0]?.message ?? "")).slice(0, 3).join(" | "));
      }\
      """;

  /** In which colours, in how wide a window and in which language somebody looks. */
  private record Eye(ColorScheme scheme, int width, String language) {}

  private static final List<Eye> EYES =
      List.of(
          new Eye(ColorScheme.LIGHT, 1440, "en"),
          new Eye(ColorScheme.DARK, 390, "en"),
          new Eye(ColorScheme.LIGHT, 390, "ar"),
          new Eye(ColorScheme.DARK, 1440, "ar"));

  @TempDir Path data;

  @Test
  void noPageHasASeriousViolation() throws IOException {
    assumeTrue(Chromium.isThere(), "no Chromium here");
    boolean there = Files.exists(AXE);
    if (!there && "true".equals(System.getenv("CI"))) throw new AssertionError("no axe-core");
    assumeTrue(there, "no axe-core here");
    String axe = Files.readString(AXE);
    List<String> wrong = new ArrayList<>();
    try (Play play = new Play(data);
        Chromium chromium = Chromium.start()) {
      for (Eye eye : EYES) wrong.addAll(look(chromium.browser(), play, eye, axe));
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> look(Browser browser, Play play, Eye eye, String axe) {
    List<String> wrong = new ArrayList<>();
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(eye.width(), 900)
                .setColorScheme(eye.scheme())
                .setLocale(eye.language())
                .setBaseURL(play.oak.url()))) {
      Page page = context.newPage();
      Rooms rooms = new Rooms(play);
      rooms.strangers().forEach((name, path) -> wrong.addAll(look(page, name, path, axe)));
      play.letIn(page);
      page.navigate("/language");
      page.click("button[value=" + eye.language() + "]");
      assertThat(page.getAttribute("html", "lang")).isEqualTo(eye.language());
      Map<String, String> members = rooms.members();
      members.forEach((name, path) -> wrong.addAll(look(page, name, path, axe)));
    }
    return wrong.stream().map(one -> eye + " " + one).toList();
  }

  private static List<String> look(Page page, String name, String path, String axe) {
    page.navigate(path);
    page.evaluate(axe);
    List<String> found = new ArrayList<>(look(page, name));
    if (name.startsWith("design")) {
      page.evaluate("() => document.documentElement.dataset.contrast = 'more'");
      found.addAll(look(page, name + " with high contrast"));
    }
    return found;
  }

  private static List<String> look(Page page, String name) {
    List<?> found = (List<?>) page.evaluate(RUN);
    return found.stream().map(one -> name + " " + one).toList();
  }
}
