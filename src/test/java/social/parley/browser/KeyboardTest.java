package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The pages without a mouse, and in other languages. */
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
  void reactsWithTheFirstEmoji() {
    lin.say("press e here");
    page.navigate("/local");
    page.keyboard().press("j");
    page.keyboard().press("e");
    assertThat(at(0).locator(".react-row .react").first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(at(0).locator(".reaction")).hasAttribute("aria-pressed", "true");
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

  /** Lin's browser, which asks for a language; the account gets it in the preferences. */
  private void inLanguage(String tag, Consumer<Page> walk) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setBaseURL(stage.url()).setLocale(tag);
    try (BrowserContext other = chromium.browser().newContext(options)) {
      Page there = other.newPage();
      there.onPageError(complaints::add);
      there.navigate("/auth/sign_in");
      assertThat(there.locator("html")).hasAttribute("lang", tag);
      there.fill("[name=login]", "lin");
      there.fill("[name=password]", Stage.PASSWORD);
      there.click("main button");
      there.waitForURL(stage.url() + "/home");
      choose(there, tag);
      walk.accept(there);
      choose(there, "en");
      assertThat(there.locator(".notice")).hasText("Saved.");
    }
  }

  private static void choose(Page there, String tag) {
    there.navigate("/settings/preferences");
    there.selectOption("[name=locale]", tag);
    there.click("form[action='/settings/preferences'] .button-main");
    there.waitForURL(stage.url() + "/settings/preferences");
  }

  private static double left(Page there, String place) {
    return there.locator(place).first().boundingBox().x;
  }

  @Test
  void readsFromRightToLeftInArabic() {
    inLanguage(
        "ar",
        there -> {
          assertThat(there.locator(".notice")).hasText("حُفظ.");
          there.navigate("/home");
          assertThat(there.locator("html")).hasAttribute("dir", "rtl");
          assertThat(there.locator(".head h1")).hasText("الرئيسية");
          Assertions.assertThat(left(there, ".side")).isGreaterThan(left(there, ".main"));
          Assertions.assertThat(left(there, ".composer-send"))
              .isLessThan(left(there, ".composer-tools"));
          there.fill("[name=text]", "مرحبًا بالعالم");
          there.click(".composer-send");
          Locator post = there.locator("#feed > .post").first();
          assertThat(post.locator(".prose")).hasCSS("direction", "rtl");
          there.locator("body").press("?");
          assertThat(there.locator("dialog.keys")).containsText("المنشور السابق");
        });
  }

  @Test
  void speaksGerman() {
    inLanguage(
        "de",
        there -> {
          assertThat(there.locator(".notice")).hasText("Gespeichert.");
          there.navigate("/home");
          there.fill("[name=text]", "Guten Morgen");
          there.click(".composer-send");
          assertThat(there.locator("#feed > .post").first()).containsText("jetzt");
          there.navigate("/lists");
          there.fill("[name=title]", " ");
          there.click("form.form-line .button-main");
          assertThat(there.locator("[role=alert]")).hasText("Der Name: darf nicht leer sein.");
        });
  }
}
