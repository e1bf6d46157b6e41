package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The menus of posts, whose contents come when they are opened. */
class MenusTest extends Visit {
  private static final Pattern MENU = Pattern.compile("/posts/\\d+/menu$");

  @Override
  ServiceWorkerPolicy serviceWorkers() {
    return ServiceWorkerPolicy.BLOCK;
  }

  private Locator menu(int post) {
    return page.locator("#feed .post").nth(post).locator("details.menu:not(.react-menu)");
  }

  @Test
  void thoseOpenedOneAfterAnotherAreAllFilled() {
    for (int i = 0; i < 3; i++) lin.say("one of three");
    page.navigate("/local");
    List<Route> held = new ArrayList<>();
    page.route(MENU, held::add);
    for (int i = 0; i < 3; i++) menu(i).locator("summary").click();
    page.waitForCondition(() -> held.size() == 3);
    held.forEach(Route::resume);
    for (int i = 0; i < 3; i++) assertThat(menu(i)).containsText("Copy link");
  }

  @Test
  void oneThatDidNotComeIsAskedForAgain() {
    lin.say("with a menu");
    page.navigate("/local");
    page.route(MENU, Route::abort);
    List<Request> failed = new ArrayList<>();
    page.onRequestFailed(failed::add);
    menu(0).locator("summary").click();
    page.waitForCondition(() -> failed.size() == 1);
    assertThat(menu(0).locator("a[data-load]")).isVisible();
    page.unroute(MENU);
    menu(0).locator("summary").click();
    menu(0).locator("summary").click();
    assertThat(menu(0)).containsText("Copy link");
    complaints.removeIf(text -> text.contains("net::ERR_FAILED") || text.startsWith("htmx:"));
  }

  @Test
  void postsThatCameLaterHaveThemToo() {
    hearing("\\?on=local&of=", () -> page.navigate("/local"));
    lin.say("fresh from the oven");
    page.locator(".news-button").click();
    assertThat(page.locator("#feed .post").first()).containsText("fresh from the oven");
    menu(0).locator("summary").click();
    assertThat(menu(0)).containsText("Copy link");
  }
}
