package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The pages without a mouse. */
class KeyboardTest extends Visit {
  private Locator at(int position) {
    return page.locator("#feed > .post").nth(position);
  }

  @Test
  void goesThroughPostsAndActsOnThem() {
    lin.say("first of three");
    lin.say("second of three");
    lin.say("third of three", "spoiler_text", "covered");
    page.navigate("/local");
    page.keyboard().press("j");
    assertThat(at(0)).isFocused();
    page.keyboard().press("x");
    assertThat(at(0).locator(".prose")).isVisible();
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(at(1)).isFocused();
    page.keyboard().press("f");
    assertThat(at(1).locator("[data-action=favourite]")).hasAttribute("aria-pressed", "true");
    page.keyboard().press("r");
    assertThat(page.locator("h1")).hasText("Reply");
    page.waitForLoadState();
    page.locator("[name=text]").pressSequentially("jjj?");
    assertThat(page.locator("[name=text]")).hasValue("@lin jjj?");
  }

  @Test
  void showsItsKeysAndGoesPlaces() {
    page.keyboard().press("Escape");
    page.navigate("/local");
    page.keyboard().press("?");
    assertThat(page.locator("dialog.keys")).isVisible();
    assertThat(page.locator("dialog.keys")).containsText("previous post");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.keys")).isHidden();
    page.keyboard().press("g");
    page.keyboard().press("n");
    assertThat(page.locator("h1")).hasText("Notifications");
    page.waitForLoadState();
    page.keyboard().press("n");
    assertThat(page.locator("h1")).hasText("New post");
    page.navigate("/local");
    page.keyboard().press("/");
    assertThat(page.locator("#a-search")).isFocused();
  }

  @Test
  void skipsToTheContentAndReachesEverything() {
    page.navigate("/local");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("main .tabs a").first()).isFocused();
  }
}
