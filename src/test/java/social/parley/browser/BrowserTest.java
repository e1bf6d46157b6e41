package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import social.parley.appearance.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    assertThat(page.locator(".composer .problem")).containsText("5,000");
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
    page.navigate("/home");
    assertThat(page.locator(".composer-bar")).isHidden();
    page.click("[name=text]");
    assertThat(page.locator(".composer-bar")).isVisible();
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
  void saysSoWhenTheServerCannotBeReached() {
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    page.waitForFunction("navigator.serviceWorker.controller !== null");
    context.setOffline(true);
    page.navigate("/local");
    assertThat(page.locator("h1")).hasText("No connection");
    assertThat(page.locator("main")).hasCSS("display", "grid");
    context.setOffline(false);
    page.click("main .button");
    assertThat(page.locator("#feed")).isVisible();
    assertThat(page).hasURL(stage.url() + "/local");
    complaints.removeIf(text -> text.contains("net::ERR"));
  }

  @Test
  void thePageWithoutAConnectionLooksLikeTheOthers() {
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    page.waitForFunction("navigator.serviceWorker.controller !== null");
    stage.server().community().appearances().color(null, "#a03050");
    page.navigate("/local");
    String style = page.locator("link[rel=stylesheet]").first().getAttribute("href");
    // A predicate that answers later would count as true at once.
    page.waitForCondition(() ->
        (boolean)
            page.evaluate(
                "async style => (await caches.keys()).length === 1 && ((await (await"
                    + " caches.match('/offline'))?.text()) ?? '').includes(style)",
                style));
    context.setOffline(true);
    page.navigate("/home");
    assertThat(page.locator("link[rel=stylesheet]")).hasAttribute("href", style);
    assertThat(page.locator("main")).hasCSS("display", "grid");
    context.setOffline(false);
    stage.server().community().appearances().remove(null, Part.COLOR);
    complaints.removeIf(text -> text.contains("net::ERR"));
  }

  @Test
  void profilesShowCollectionsAndWhoeverIsInOneMayLeave() {
    kai.profile(Painting.portrait(1), "Kai of the hill", "");
    lin.post(
        "/api/v1/collections",
        "name",
        "Gardeners",
        "discoverable",
        "true",
        "account_ids[]",
        kai.id());
    page.navigate("/@lin/featured");
    Locator people = page.locator(".featured-people");
    assertThat(people.locator("h2")).hasText("Gardeners");
    assertThat(people).containsText("Kai of the hill");
    people.locator("button").click();
    assertThat(people.locator(".person")).hasCount(0);
    assertThat(page).hasURL(stage.url() + "/@lin/featured");
  }

  @Test
  void namesSayWhoTheyAre() {
    lin.say("rest on my name");
    page.navigate("/local");
    Locator card = page.locator(".person-card");
    page.locator(".post-name", new Page.LocatorOptions().setHasText("lin")).first().hover();
    assertThat(card).containsText("@lin");
    Locator follow = card.locator("[data-action=follow]");
    follow.click();
    assertThat(follow).hasText("Following");
    follow.click();
    assertThat(follow).hasText("Follow");
    page.keyboard().press("Escape");
    assertThat(card).hasCount(0);
    assertThat(page).hasURL(stage.url() + "/local");
  }

  @Test
  void picturesAreZoomedAndSwiped() {
    lin.say(
        "two pictures",
        "media_ids[]",
        lin.picture(Painting.landscape(1, 300, 200), "Hills"),
        "media_ids[]",
        lin.picture(Painting.landscape(2, 300, 200), "More hills"));
    page.navigate("/local");
    page.locator("#feed .post").first().locator(".shot").first().click();
    Locator box = page.locator(".lightbox");
    assertThat(box.locator(".lightbox-place")).hasText("1 / 2");
    Locator stage = box.locator(".lightbox-stage");
    page.mouse().move(640, 300);
    page.mouse().wheel(0, -400);
    assertThat(stage).hasClass("lightbox-stage zoomed");
    page.keyboard().press("0");
    assertThat(stage).not().hasClass("lightbox-stage zoomed");
    box.locator(".lightbox-zoom").click();
    assertThat(box.locator(".lightbox-zoom")).hasAttribute("aria-pressed", "true");
    box.locator(".lightbox-zoom").click();
    page.mouse().move(640, 300);
    page.mouse().down();
    page.mouse().move(440, 310);
    page.mouse().up();
    assertThat(box.locator(".lightbox-place")).hasText("2 / 2");
    assertThat(box.locator("p")).hasText("More hills");
    page.mouse().down();
    page.mouse().move(440, 600);
    page.mouse().up();
    assertThat(box).isHidden();
  }

  @Test
  void whatIsReadElsewhereIsReadHere() {
    String post = kai.say("like this, please");
    Locator badge = page.locator(".nav a[href='/notifications'] .badge");
    page.context().newPage().navigate("/notifications");
    assertThat(badge).isHidden();
    lin.favourite(post);
    assertThat(badge).containsText("1");
    page.context().newPage().navigate("/notifications");
    assertThat(badge).isHidden();
  }

  @Test
  void notificationsArriveAboveTheirList() {
    String post = kai.say("tell me what you think");
    hearing("", () -> page.navigate("/notifications"));
    Locator news = page.locator(".news-button");
    assertThat(news).hasCount(0);
    lin.favourite(post);
    assertThat(news).hasText("1 new notification");
    Locator first = page.locator("#feed .notification").first();
    assertThat(page.locator("#feed")).not().containsText("tell me what you think");
    news.click();
    assertThat(first).containsText("tell me what you think");
    assertThat(first).isFocused();
    assertThat(news).hasCount(0);
    assertThat(page.locator(".nav a[href='/notifications'] .badge")).isHidden();
  }

  @Test
  void answersArriveInTheirThread() {
    String post = lin.say("who comes along?");
    String answer = lin.answer(post, "the first to come");
    hearing("\\?on=thread&of=" + post, () -> page.navigate("/@lin/" + post));
    page.fill("[name=text]", "half an answer");
    Locator news = page.locator(".news-button");
    lin.answer(answer, "and the second");
    assertThat(news).hasText("1 new post");
    lin.say("something else");
    lin.answer(post, "the third");
    assertThat(news).hasText("2 new posts");
    news.click();
    assertThat(news).hasCount(0);
    assertThat(page.locator(".branches-top")).containsText("the third");
    assertThat(page.locator(".branch .post").nth(1)).containsText("and the second");
    assertThat(page.locator(".branch .post").nth(1)).isFocused();
    assertThat(page.locator("[name=text]")).hasValue("half an answer");
  }

  @Test
  void messagesArriveInTheirConversation() {
    String me = "@" + page.locator(".me-link").getAttribute("href").substring(2);
    hearing("\\?on=messages&of=all", () -> page.navigate("/messages"));
    String first = lin.say(me + " between us", "visibility", "direct");
    Locator news = page.locator(".news-button");
    assertThat(news).hasText("1 new post");
    news.click();
    Locator message = page.locator(".message").first();
    assertThat(message).containsText("between us");
    hearing("\\?on=messages&of=\\d+", message::click);
    assertThat(page.locator("#feed .post")).hasCount(1);
    lin.say(me + " and again", "visibility", "direct", "in_reply_to_id", first);
    news.click();
    assertThat(page.locator("#feed .post").first()).containsText("and again");
    assertThat(page.locator("#feed .post")).hasCount(2);
  }

  private static String conversation(Page there) {
    return there.url().substring(there.url().lastIndexOf('/') + 1);
  }

  private static boolean isUnread(String conversation) {
    return kai.get("/api/v1/conversations")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(conversation))
        .findFirst()
        .orElseThrow()
        .path("unread")
        .asBoolean();
  }

  /** What a browser says of a page when somebody looks at another one, or comes back. */
  private void lookAway(boolean away) {
    page.evaluate(
        """
        (away) => {
          Object.defineProperty(document, "hidden", { configurable: true, get: () => away });
          document.dispatchEvent(new Event("visibilitychange"));
        }\
        """,
        away);
  }

  @Test
  void whatComesInAConversationIsReadByWhoLooksAtIt() {
    String me = "@" + page.locator(".me-link").getAttribute("href").substring(2);
    String first = lin.say(me + " read this", "visibility", "direct");
    page.navigate("/messages");
    hearing("\\?on=messages&of=\\d+", page.locator(".message").first()::click);
    String conversation = conversation(page);
    assertThat(isUnread(conversation)).isFalse();
    Locator news = page.locator(".news-button");
    page.waitForResponse(
        answer -> answer.url().endsWith("/read") && answer.status() == 204,
        () -> lin.say(me + " and this", "visibility", "direct", "in_reply_to_id", first));
    assertThat(news).hasText("1 new post");
    assertThat(isUnread(conversation)).isFalse();
    lookAway(true);
    lin.say(me + " for later", "visibility", "direct", "in_reply_to_id", first);
    assertThat(isUnread(conversation)).as("nobody looks").isTrue();
    page.waitForResponse(
        answer -> answer.url().endsWith("/read") && answer.status() == 204, () -> lookAway(false));
    assertThat(news).hasText("2 new posts");
    assertThat(isUnread(conversation)).isFalse();
  }

  @Test
  void answersFold() {
    String post = lin.say("the question");
    String answer = lin.answer(post, "an answer");
    lin.answer(answer, "an answer to that");
    page.navigate("/@lin/" + post);
    Locator deep = page.locator(".branch .post").last();
    assertThat(deep).containsText("an answer to that");
    Locator fold = page.locator(".fold > summary");
    assertThat(fold.locator("span:visible")).hasText("Hide 1 reply");
    fold.click();
    assertThat(deep).isHidden();
    assertThat(fold.locator("span:visible")).hasText("Show 1 reply");
  }

  @Test
  void takesWhatOtherAppsShare() {
    JsonNode target =
        JsonMapper.builder()
            .build()
            .readTree(
                (String) page.evaluate("fetch('/manifest.webmanifest').then(one => one.text())"))
            .path("share_target");
    assertThat(target.path("method").asString()).isEqualTo("GET");
    JsonNode names = target.path("params");
    page.navigate(
        target.path("action").asString()
            + ("?" + names.path("title").asString() + "=A+walk")
            + ("&" + names.path("text").asString() + "=Along+the+river")
            + ("&" + names.path("url").asString() + "=https://example.org/walk"));
    assertThat(page.locator("[name=text]"))
        .hasValue("A walk\n\nAlong the river\n\nhttps://example.org/walk");
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
