package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** What scripts add to the pages. */
class BrowserTest extends Visit {
  @Test
  void postsWithoutLeavingThePage() {
    page.fill("[name=text]", "written in place");
    assertThat(page.locator(".composer-count")).hasText("4984");
    page.click(".composer-send");
    assertThat(page.locator("#feed .post").first()).containsText("written in place");
    assertThat(page.locator("[name=text]")).hasValue("");
    assertThat(page).hasURL(stage.url() + "/home");
  }

  @Test
  void keepsTheTextOfAPostThatIsRefused() {
    page.fill("[name=text]", "x".repeat(5001));
    assertThat(page.locator(".composer-count")).hasText("-1");
    page.click(".composer-send");
    assertThat(page.locator(".composer .problem")).containsText("5000");
    assertThat(page.locator("[name=text]")).hasValue("x".repeat(5001));
    complaints.removeIf(text -> text.contains("422"));
  }

  @Test
  void sendsPicturesAheadAndDescribesThem() {
    page.locator(".composer-picker")
        .setInputFiles(new FilePayload("hills.png", "image/png", Painting.landscape(1, 300, 200)));
    Locator attachment = page.locator(".attachment:not(.loading)");
    assertThat(attachment.locator("img").first()).isVisible();
    attachment.locator("textarea").fill("Green hills");
    page.fill("[name=text]", "with a picture");
    page.click(".composer-send");
    Locator shot = page.locator("#feed .post").first().locator(".shot");
    assertThat(shot.locator("img")).hasAttribute("alt", "Green hills");
    shot.click();
    assertThat(page.locator(".lightbox")).isVisible();
    assertThat(page.locator(".lightbox p")).hasText("Green hills");
    page.keyboard().press("Escape");
    assertThat(page.locator(".lightbox")).isHidden();
  }

  @Test
  void turnsButtonsInPlaceAndKeepsTheFocus() {
    lin.say("press my buttons");
    page.navigate("/local");
    Locator post = page.locator(".post", new Page.LocatorOptions().setHasText("press my buttons"));
    for (String action : new String[] {"favourite", "boost", "bookmark"}) {
      Locator button = post.locator("[data-action=" + action + "]");
      assertThat(button).hasAttribute("aria-pressed", "false");
      button.focus();
      page.keyboard().press("Enter");
      assertThat(button).hasAttribute("aria-pressed", "true");
      assertThat(button).isFocused();
    }
    assertThat(page).hasURL(stage.url() + "/local");
    page.reload();
    assertThat(post.locator("[aria-pressed=true]")).hasCount(3);
  }

  @Test
  void votesAndFollowsInPlace() {
    lin.say(
        "Tea?", "poll[options][]", "Green", "poll[options][]", "Black", "poll[expires_in]", "3600");
    page.navigate("/@lin");
    Locator follow = page.locator(".relation [data-action=follow]");
    follow.click();
    assertThat(follow).hasText("Following");
    page.locator(".poll-choice", new Page.LocatorOptions().setHasText("Black")).click();
    page.locator(".poll button").click();
    assertThat(page.locator(".poll .leading")).containsText("Black");
    assertThat(page).hasURL(stage.url() + "/@lin");
    follow.click();
    assertThat(follow).hasText("Follow");
  }

  @Test
  void menusCloseAndTheBarMovesDownOnPhones() {
    lin.say("something with a menu");
    page.setViewportSize(390, 844);
    page.navigate("/local");
    Locator menu = page.locator(".post .menu").first();
    menu.locator("summary").click();
    assertThat(menu.locator(".menu-items")).isVisible();
    page.keyboard().press("Escape");
    assertThat(menu.locator(".menu-items")).isHidden();
    assertThat(menu.locator("summary")).isFocused();
    assertThat(page.locator(".nav").boundingBox().y).isGreaterThan(750);
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isTrue();
  }

  @Test
  void offersNewsOnlyWhereTheBrowserCanTellThem() {
    page.navigate("/settings/notifications");
    assertThat(page.locator("[data-push-start]")).isVisible();
    page.addInitScript("delete window.PushManager");
    page.reload();
    assertThat(page.locator("[data-push] .checks")).isVisible();
    assertThat(page.locator("body[data-member]")).hasCount(1);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("[data-push-start]")).isHidden();
  }

  @Test
  void listsGoOnAsOneScrolls() {
    for (int i = 0; i < 24; i++) lin.say("line " + i + ".");
    page.navigate("/@lin");
    assertThat(page.locator("#feed .post")).hasCount(20);
    page.locator("a.more").scrollIntoViewIfNeeded();
    assertThat(page.locator("#feed .post", new Page.LocatorOptions().setHasText("line 0.")))
        .hasCount(1);
  }
}
