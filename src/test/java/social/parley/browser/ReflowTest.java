package social.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No page has to be moved sideways to be read, and no word letter by letter, neither in a window of
 * 320 pixels nor with letters of twice the size on a phone.
 */
class ReflowTest {
  /** What stands out of the window and cannot be scrolled inside of something. */
  private static final String OUTSIDE =
      """
      () => {
        const held = (one) => {
          for (let up = one.parentElement; up; up = up.parentElement)
            if (getComputedStyle(up).overflowX !== "visible" && up !== document.body) return true;
          return false;
        };
        return [...document.body.querySelectorAll("*")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1 && !held(one))
          .map((one) => one.outerHTML.slice(0, 110)).slice(0, 3);
      }\
      """;

  /** Words of which every letter stands below the last. */
  private static final String TORN =
      """
      () => {
        const torn = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (texts.nextNode()) {
          const { data, parentElement } = texts.currentNode;
          if (data.trim().length < 4 || !parentElement.checkVisibility()) continue;
          range.selectNodeContents(texts.currentNode);
          const lines = [...range.getClientRects()];
          const letter = parseFloat(getComputedStyle(parentElement).fontSize);
          if (lines.length > 3 && lines.every((line) => line.width < 1.3 * letter)) torn.push(`torn: ${data.trim()} in ${parentElement.parentElement.outerHTML.slice(0, 110)}`);
        }
        return torn.slice(0, 3);
      }\
      """;

  /** Menus that open where nobody can see them. */
  private static final String AWAY =
      """
      () => [...document.querySelectorAll("details.menu")]
        .filter((menu) => menu.checkVisibility())
        .filter((menu) => {
          menu.open = true;
          const items = menu.querySelector(".menu-items")?.getBoundingClientRect();
          menu.open = false;
          return items && (items.left < -1 || items.right > innerWidth + 1);
        })
        .map((menu) => `menu in ${menu.parentElement.outerHTML.slice(0, 110)}`).slice(0, 3)\
      """;

  @TempDir Path data;

  @Test
  void everythingHasRoomInTheWindow() {
    assumeTrue(Chromium.isThere(), "no Chromium here");
    List<String> wide = new ArrayList<>();
    try (Play play = new Play(data);
        Chromium chromium = Chromium.start();
        BrowserContext context =
            chromium
                .browser()
                .newContext(new Browser.NewContextOptions().setBaseURL(play.oak.url()))) {
      Page page = context.newPage();
      Rooms rooms = new Rooms(play);
      rooms.strangers().forEach((name, path) -> wide.addAll(outside(page, name, path)));
      play.letIn(page);
      rooms.members().forEach((name, path) -> wide.addAll(outside(page, name, path)));
    }
    assertThat(wide).isEmpty();
  }

  private static List<String> outside(Page page, String name, String path) {
    List<String> wide = new ArrayList<>();
    for (Size size : new Size[] {Size.NARROW, Size.LETTERS}) {
      page.setViewportSize(size.width(), size.height());
      if (size == Size.NARROW)
        page.navigate(
            path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      size.on(page);
      for (String faults : new String[] {OUTSIDE, TORN, AWAY})
        for (Object one : (List<?>) page.evaluate(faults))
          wide.add(name + " " + size.word() + " " + one);
    }
    return wide;
  }
}
