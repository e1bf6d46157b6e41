package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What scripts do for those who write, and for those who read while others write. */
class WritingTest extends Visit {
  @Test
  void completesNamesAndEmoji() {
    page.locator("[name=text]").pressSequentially("hello @li");
    Locator offer = page.locator(".offer");
    assertThat(offer.first()).containsText("@lin");
    page.keyboard().press("Enter");
    assertThat(page.locator("[name=text]")).hasValue("hello @lin ");
    assertThat(offer).hasCount(0);
    page.locator("[name=text]").pressSequentially(":jack");
    assertThat(offer.first()).containsText("jack");
    page.keyboard().press("Tab");
    assertThat(page.locator("[name=text]")).hasValue("hello @lin 🎃 ");
    page.locator(".emoji-menu summary").click();
    page.locator(".emoji-menu [data-picks]").fill("grinning face");
    page.locator(".emoji-menu .react:visible").first().click();
    assertThat(page.locator("[name=text]")).hasValue("hello @lin 🎃 😀 ");
  }

  @Test
  void countsAsTheServerDoes() {
    page.fill("[name=text]", "(https://example.org/abc).");
    assertThat(page.locator(".composer-count")).hasText("4974");
  }

  @Test
  void showsHowMarkdownWillLook() {
    page.fill("[name=text]", "**bold**");
    page.locator(".tool-markdown").click();
    page.locator("[data-preview-text]").click();
    assertThat(page.locator(".preview-box strong")).hasText("bold");
    page.locator("[data-close-preview]").click();
    assertThat(page.locator(".preview-box")).hasCount(0);
  }

  @Test
  void keepsWhatWasTypedUntilItIsSent() {
    page.fill("[name=text]", "half a thought");
    page.navigate("/local");
    page.navigate("/home");
    assertThat(page.locator("[name=text]")).hasValue("half a thought");
    page.click(".composer-send");
    assertThat(page.locator("#feed .post").first()).containsText("half a thought");
    page.reload();
    assertThat(page.locator("[name=text]")).hasValue("");
  }

  @Test
  void whatIsNewWaitsAboveTheList() {
    for (int i = 0; i < 12; i++) lin.say("older " + i);
    page.navigate("/local");
    page.evaluate("window.scrollTo(0, 600)");
    Locator news = page.locator(".news-button");
    lin.say("brand new");
    assertThat(news).hasText("1 new post");
    assertThat(page.locator("#feed", new Page.LocatorOptions().setHasText("brand new")))
        .hasCount(0);
    assertThat((int) page.evaluate("scrollY")).isEqualTo(600);
    lin.say("newer still");
    assertThat(news).hasText("2 new posts");
    news.click();
    assertThat(page.locator("#feed .post").first()).containsText("newer still");
    assertThat(news).hasCount(0);
    page.locator("#feed .post [data-action=favourite]").first().click();
    assertThat(page.locator("#feed .post [data-action=favourite]").first())
        .hasAttribute("aria-pressed", "true");
  }

  @Test
  void whoeverComesBackFindsTheListAsTheyLeftIt() {
    for (int i = 0; i < 50; i++) lin.say("entry " + i + ".");
    page.navigate("/local");
    for (int i = 0; i < 2; i++) {
      page.locator("#feed > a.more").scrollIntoViewIfNeeded();
      assertThat(page.locator("#feed > .post")).hasCount(40 + 20 * i);
    }
    Locator deep = page.locator("#feed > .post", new Page.LocatorOptions().setHasText("entry 5."));
    deep.scrollIntoViewIfNeeded();
    page.reload();
    assertThat(deep).isInViewport();
    deep.locator(".post-when a").first().click();
    assertThat(page.locator(".post-main")).containsText("entry 5.");
    page.goBack();
    assertThat(deep).isInViewport();
  }

  @Test
  void reactsInPlace() {
    lin.say("press an emoji");
    page.navigate("/local");
    Locator post = page.locator(".post", new Page.LocatorOptions().setHasText("press an emoji"));
    post.locator(".react-menu summary").click();
    post.locator(".react-row .react").nth(1).click();
    Locator reaction = post.locator(".reaction");
    assertThat(reaction).hasAttribute("aria-pressed", "true");
    post.locator(".react-menu summary").click();
    post.locator(".react-items a").click();
    post.locator("[data-picks]").fill("jack-o");
    page.keyboard().press("Enter");
    assertThat(reaction).hasCount(2);
    reaction.first().click();
    assertThat(reaction).hasCount(1);
    assertThat(page).hasURL(stage.url() + "/local");
  }
}
