package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What scripts do for those who write, and for those who read while others write. */
class WritingTest extends Visit {
  @Override
  ServiceWorkerPolicy serviceWorkers() {
    return ServiceWorkerPolicy.BLOCK;
  }

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

  private void pause() {
    page.clock().runFor(2500);
  }

  private void watched(String path) {
    page.clock().install();
    page.navigate(path);
  }

  private Locator saved() {
    return page.locator("[data-saved]");
  }

  @Test
  void savesADraftInEveryPauseAndRestoresIt() {
    watched("/compose");
    String name = page.inputValue("[name=draft]");
    page.fill("[name=text]", "an unfinished story");
    pause();
    assertThat(saved()).isVisible();
    page.fill("[name=text]", "an unfinished story with more");
    page.reload();
    assertThat(page.locator("[name=text]")).hasValue("an unfinished story with more");
    assertThat(page.locator("[name=draft]")).hasValue(name);
    page.selectOption("[name=reach]", "followers");
    pause();
    assertThat(saved()).isVisible();
    saved().click();
    Locator draft =
        page.locator("article", new Page.LocatorOptions().setHasText("story with more"));
    assertThat(draft).hasCount(1);
    draft.locator("a.button-main").click();
    page.waitForURL(Pattern.compile(".*/drafts/\\d+"));
    assertThat(page.locator("[name=reach]")).hasValue("followers");
    page.click(".composer-send");
    assertThat(page.locator(".post-main")).containsText("with more");
    // Its scripts have run then.
    page.waitForLoadState();
    page.navigate("/home");
    assertThat(page.locator("[name=text]")).hasValue("");
  }

  @Test
  void aRestoredTextDoesNotTakeThePlaceOfADraftWithPictures() {
    watched("/compose");
    String name = page.inputValue("[name=draft]");
    page.fill("[name=text]", "pictured words");
    page.locator(".composer-picker")
        .setInputFiles(new FilePayload("hills.png", "image/png", Painting.landscape(1, 300, 200)));
    assertThat(page.locator(".attachment:not(.loading)")).isVisible();
    pause();
    assertThat(saved()).isVisible();
    page.reload();
    assertThat(page.locator("[name=text]")).hasValue("pictured words");
    assertThat(page.locator("[name=draft]")).not().hasValue(name);
    page.fill("[name=text]", "pictured words, and then some");
    pause();
    assertThat(saved()).isVisible();
    saved().click();
    Locator drafts = page.locator("article", new Page.LocatorOptions().setHasText("pictured"));
    assertThat(drafts).hasCount(2);
    drafts.last().locator("a.button-main").click();
    page.waitForURL(Pattern.compile(".*/drafts/\\d+"));
    page.locator("[data-remove]").click();
    pause();
    assertThat(saved()).isVisible();
    page.navigate("/drafts");
    assertThat(drafts.first()).not().containsText("picture,");
    assertThat(page.locator("article", new Page.LocatorOptions().setHasText("1 picture")))
        .hasCount(0);
  }

  @Test
  void saysThatADraftIsNotSaved() {
    watched("/compose");
    context.clearCookies();
    page.fill("[name=text]", "somebody else has logged me out");
    pause();
    page.locator(".tool-options").click();
    page.locator("[data-save]").click();
    assertThat(page.locator(".toast")).hasText("Log in to save it");
    assertThat(saved()).isHidden();
  }

  @Test
  void onlyWhatIsNotPublishedOfAThreadGoesOn() {
    page.navigate("/compose");
    page.fill("[name=text]", "the beginning of a thread");
    page.locator(".tool-options").click();
    page.locator("[formaction='/compose/more']").click();
    page.locator("[name='more[]']").fill("y".repeat(6000));
    page.click(".composer-send");
    assertThat(page.locator(".problem")).containsText("What is above has been published");
    page.waitForLoadState();
    page.navigate("/compose");
    assertThat(page.locator("[name=text]")).hasValue("");
    complaints.removeIf(text -> text.contains("422"));
  }

  private int kept() {
    return (int) page.evaluate("Object.keys(localStorage).length");
  }

  @Test
  void whatIsPublishedDoesNotComeBackToWhoeverIsGoneAtOnce() {
    page.navigate("/compose");
    page.fill("[name=text]", "said and done");
    page.route("**/*.js", Route::abort);
    page.click(".composer-send");
    assertThat(page.locator(".post-main")).containsText("said and done");
    page.unroute("**/*.js");
    complaints.removeIf(text -> text.contains("net::ERR"));
    page.navigate("/compose");
    assertThat(page.locator("[name=text]")).hasValue("");
    assertThat(page.locator(".composer-count")).hasText("5000");
    assertThat(kept()).isZero();
  }

  @Test
  void nothingIsTypedIntoAFormThatIsUnderWay() {
    List<Route> held = new ArrayList<>();
    page.route("**/compose", held::add);
    page.fill("[name=text]", "on its way");
    page.click(".composer-send");
    assertThat(page.locator("[name=text]")).not().isEditable();
    page.waitForCondition(() -> !held.isEmpty());
    held.getFirst().abort();
    assertThat(page.locator(".toast")).hasText("The server cannot be reached");
    assertThat(page.locator("[name=text]")).isEditable();
    page.unroute("**/compose");
    complaints.removeIf(text -> text.contains("net::ERR") || text.startsWith("htmx:"));
    page.locator("[name=text]").pressSequentially(" again");
    page.click(".composer-send");
    assertThat(page.locator("#feed .post").first()).containsText("again");
    assertThat(page.locator("[name=text]")).hasValue("");
    assertThat(kept()).isZero();
  }

  @Test
  void whatIsChangedIsKeptUntilItIsSaved() {
    String edit = "/posts/" + kai.say("as it was") + "/edit";
    page.navigate(edit);
    page.fill("[name=text]", "as it will be");
    page.navigate("/local");
    page.navigate(edit);
    assertThat(page.locator("[name=text]")).hasValue("as it will be");
    page.click(".composer-send");
    assertThat(page.locator(".post-main .prose")).hasText("as it will be");
    page.navigate(edit);
    assertThat(page.locator("[name=text]")).hasValue("as it will be");
    assertThat(page.locator(".composer-count")).hasText("4987");
    assertThat(kept()).isZero();
  }

  @Test
  void enterInAFieldPublishes() {
    page.fill("[name=text]", "Soup or stew?");
    page.locator(".tool-poll").click();
    page.locator("[name='poll[options][]']").nth(0).fill("Soup");
    page.locator("[name='poll[options][]']").nth(1).fill("Stew");
    page.keyboard().press("Enter");
    assertThat(page.locator("#feed .post").first()).containsText("Stew");
  }

  @Test
  void aClickSetsWhatToKeepInSight() {
    page.locator(".composer-picker")
        .setInputFiles(new FilePayload("hills.png", "image/png", Painting.landscape(1, 300, 200)));
    Locator attachment = page.locator(".attachment:not(.loading)");
    attachment.locator(".focus summary").click();
    Locator picture = attachment.locator("[data-focus]");
    assertThat(picture).isVisible();
    BoundingBox box = picture.boundingBox();
    picture.click(new Locator.ClickOptions().setPosition(box.width * 0.25, box.height * 0.1));
    page.keyboard().press("ArrowRight");
    page.fill("[name=text]", "look at the corner");
    page.click(".composer-send");
    Locator post = page.locator("#feed .post").first();
    assertThat(post).containsText("look at the corner");
    JsonNode focus = kai.shown(post.getAttribute("data-post")).path("media_attachments").path(0);
    assertThat(focus.path("meta").path("focus").path("x").asDouble()).isBetween(-0.45, -0.35);
    assertThat(focus.path("meta").path("focus").path("y").asDouble()).isBetween(0.75, 0.85);
  }

  @Test
  void aPostWaitsForItsPictures() {
    List<Route> held = new ArrayList<>();
    page.route("**/compose/media", held::add);
    page.locator(".composer-picker")
        .setInputFiles(new FilePayload("hills.png", "image/png", Painting.landscape(1, 300, 200)));
    Locator coming = page.locator(".attachment.loading");
    assertThat(coming).containsText("hills.png");
    assertThat(coming.locator("progress")).isVisible();
    page.fill("[name=text]", "worth waiting for");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".toast")).hasText("The pictures are still uploading");
    page.waitForCondition(() -> !held.isEmpty());
    held.getFirst().resume();
    assertThat(page.locator(".attachment:not(.loading)")).isVisible();
    page.fill("[name=text]", "worth waiting for");
    page.keyboard().press("Control+Enter");
    Locator post = page.locator("#feed .post").first();
    assertThat(post).containsText("worth waiting for");
    assertThat(post.locator(".shot")).hasCount(1);
    assertThat(page.locator("#feed .post", new Page.LocatorOptions().setHasText("worth waiting")))
        .hasCount(1);
  }

  @Test
  void picturesAreDraggedIntoAnotherOrder() {
    Locator attachments = page.locator(".attachment:not(.loading)");
    for (int i = 0; i < 2; i++) {
      page.locator(".composer-picker")
          .setInputFiles(new FilePayload("a.png", "image/png", Painting.landscape(i, 300, 200)));
      attachments.nth(i).locator("textarea").first().fill("Picture " + i);
    }
    attachments.nth(1).locator("> img").hover();
    page.mouse().down();
    BoundingBox first = attachments.nth(0).boundingBox();
    page.mouse().move(first.x + 40, first.y + 5);
    page.mouse().up();
    page.click(".composer-send");
    Locator shots = page.locator("#feed .post").first().locator(".shot img");
    assertThat(shots).hasCount(2);
    assertThat(shots.first()).hasAttribute("alt", "Picture 1");
  }

  @Test
  void whatIsNewWaitsAboveTheList() {
    for (int i = 0; i < 12; i++) lin.say("older " + i);
    hearing("\\?on=local&of=", () -> page.navigate("/local"));
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
