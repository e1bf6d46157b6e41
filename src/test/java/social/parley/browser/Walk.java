package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import java.util.regex.Pattern;

/** The whole life of a person on the pages, from signing up to logging out. */
final class Walk {
  private static final Pattern OWN_POST = Pattern.compile(".*/@\\w+/\\d+");

  private final WalkTest.Way way;
  private final Page page;
  private final Hands hands;
  private final Stage here;
  private final Stage there;
  private final Member lin;
  private final Member jun;
  private final String name;

  Walk(WalkTest.Way way, Page page, Stage here, Stage there, Member lin, Member jun) {
    this.way = way;
    this.page = page;
    this.hands = way.hands(page);
    this.here = here;
    this.there = there;
    this.lin = lin;
    this.jun = jun;
    this.name = way.name().toLowerCase(Locale.ROOT);
  }

  void all() {
    signUp();
    profile();
    followSomebodyElsewhere();
    readLive();
    write();
    answer();
    boostAndReact();
    quote();
    edit();
    delete();
    filter();
    report();
    mute();
    search();
    hideServer();
    settings();
    logOut();
  }

  private void signUp() {
    page.navigate("/");
    seen();
    hands.press(page.locator("main a[href='/auth/sign_up']"));
    arrived("/auth/sign_up");
    hands.write(page.locator("[name=username]"), name);
    hands.write(page.locator("[name=email]"), name + "@example.org");
    hands.write(page.locator("[name=password]"), Stage.PASSWORD);
    hands.tick(page.locator("[name=agreement]"));
    hands.press(page.locator("main .button-main"));
    arrived("/home");
    assertThat(page.locator("#feed .empty")).isVisible();
  }

  private void profile() {
    go("/settings/profile");
    hands.pick(
        page.locator("[name=avatar]"),
        new FilePayload("me.png", "image/png", Painting.portrait(way.ordinal())));
    hands.write(page.locator("[name=display_name]"), "Walker " + name);
    hands.write(page.locator("[name=bio]"), "I take the " + name + " way.");
    hands.press(page.locator("main form .button-main"));
    assertThat(page.locator(".notice")).isVisible();
    hands.press(page.locator(".form-buttons a"));
    arrived("/@" + name);
    assertThat(page.locator("h1")).hasText("Walker " + name);
    assertThat(page.locator(".profile-avatar")).hasAttribute("src", Pattern.compile(".*/media/.*"));
  }

  private void followSomebodyElsewhere() {
    go("/explore");
    hands.write(page.locator("#m-search"), "@jun@" + there.authority());
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/search\\?.*"));
    seen();
    hands.press(page.locator("#feed a.person").first());
    arrived("/@jun@" + there.authority());
    Locator follow = page.locator(".relation [data-action=follow]");
    hands.press(follow);
    assertThat(follow).hasClass(Pattern.compile(".*button-on.*"));
    settle();
  }

  private void readLive() {
    go("/home");
    jun.say("News from the workshop for " + name);
    settle();
    if (way.scripts()) hands.press(page.locator(".news-button"));
    else page.reload();
    assertThat(juns()).isVisible();
  }

  private Locator juns() {
    return post("News from the workshop for " + name);
  }

  private Locator post(String text) {
    return page.locator("#feed > .post", new Page.LocatorOptions().setHasText(text)).first();
  }

  private void write() {
    go("/home");
    Locator form = page.locator("form.composer");
    hands.write(form.locator("[name=text]"), "Which way, says " + name);
    hands.turn("c-with-poll");
    hands.write(form.locator("[name='poll[options][]']").nth(0), "Along the river");
    hands.write(form.locator("[name='poll[options][]']").nth(1), "Over the hill");
    send(form);
    assertThat(mine("Which way").locator(".poll")).containsText("Over the hill");
    go("/home");
    hands.write(form.locator("[name=text]"), "The view of " + name);
    hands.pick(
        form.locator(".composer-picker"),
        new FilePayload("hills.png", "image/png", Painting.landscape(way.ordinal(), 300, 200)));
    if (way.scripts())
      hands.write(page.locator(".attachment:not(.loading) textarea"), "Hills before " + name);
    send(form);
    Locator picture = mine("The view").locator(".shot img");
    assertThat(picture).hasAttribute("alt", way.scripts() ? "Hills before " + name : "");
  }

  private void send(Locator form) {
    hands.press(form.locator(".composer-send"));
    if (!way.scripts()) page.waitForURL(OWN_POST);
  }

  /** What has just been written, where that is shown. */
  private Locator mine(String text) {
    return page.locator(".post", new Page.LocatorOptions().setHasText(text)).first();
  }

  private void answer() {
    go("/home");
    hands.press(juns().locator("[data-key=reply]"));
    page.waitForURL(Pattern.compile(".*/compose\\?in_reply_to=\\d+"));
    seen();
    hands.write(page.locator("[name=text]"), "Good to hear, says " + name);
    hands.press(page.locator(".composer-send"));
    page.waitForURL(OWN_POST);
    seen();
    assertThat(page.locator(".post-main .prose")).containsText("Good to hear");
    assertThat(page.locator(".thread-above")).containsText("News from the workshop");
  }

  private void boostAndReact() {
    go("/home");
    for (String action : new String[] {"boost", "favourite", "bookmark"}) {
      Locator button = juns().locator("[data-action=" + action + "]");
      hands.press(button);
      assertThat(button).hasAttribute("aria-pressed", "true");
    }
    react(juns());
    assertThat(juns().locator(".reaction")).hasAttribute("aria-pressed", "true");
  }

  /** With an emoji of the menu, or on a page of its own without scripts. */
  private void react(Locator post) {
    hands.press(post.locator(".react-menu summary"));
    if (way.scripts()) {
      hands.press(post.locator(".react-row .react").first());
      return;
    }
    hands.press(post.locator(".react-items a"));
    page.waitForURL(Pattern.compile(".*/posts/\\d+/react\\?.*"));
    seen();
    hands.press(page.locator(".picker .react").first());
    arrived("/home");
  }

  private void quote() {
    go("/home");
    hands.press(menu(juns()).locator("a[data-key=quote]"));
    page.waitForURL(Pattern.compile(".*/compose\\?quote=\\d+"));
    seen();
    hands.write(page.locator("[name=text]"), "Worth repeating, says " + name);
    hands.press(page.locator(".composer-send"));
    page.waitForURL(OWN_POST);
    seen();
    assertThat(page.locator(".post-main .quote")).isVisible();
  }

  /** What can be done with a post: in its menu, or on a page of its own without scripts. */
  private Locator menu(Locator post) {
    Locator menu = post.locator("details.menu:not(.react-menu)");
    hands.press(menu.locator("summary"));
    if (way.scripts()) return menu;
    hands.press(menu.locator("a[href*='/menu']"));
    page.waitForURL(Pattern.compile(".*/posts/\\d+/menu"));
    seen();
    return page.locator(".menu-page");
  }

  private void edit() {
    go("/home");
    hands.press(menu(post("The view of")).locator("a[href$='/edit']"));
    page.waitForURL(Pattern.compile(".*/posts/\\d+/edit"));
    seen();
    hands.rewrite(page.locator("[name=text]"), "The better view of " + name);
    hands.press(page.locator(".composer-send"));
    page.waitForURL(OWN_POST);
    seen();
    assertThat(page.locator(".post-main .prose")).hasText("The better view of " + name);
    assertThat(page.locator(".post-main a[href$='/history']")).isVisible();
  }

  private void delete() {
    go("/home");
    hands.press(menu(post("Which way")).locator("a.danger"));
    page.waitForURL(Pattern.compile(".*/posts/\\d+/delete\\?.*"));
    seen();
    hands.press(page.locator(".button-danger"));
    arrived("/home");
    assertThat(post("Which way")).isHidden();
  }

  private void filter() {
    go("/settings/profile");
    places("/settings/filters");
    hands.press(page.locator("main a[href='/settings/filters/new']").first());
    arrived("/settings/filters/new");
    hands.write(page.locator("[name=title]"), "Boats");
    hands.write(page.locator("[name='words[0][keyword]']"), "boat" + name);
    hands.press(page.locator(".settings form .button-main"));
    arrived("/settings/filters");
    lin.say("Will you buy my boat" + name + "?");
    go("/local");
    Locator cover = page.locator(".post .cover-filter").first();
    assertThat(cover).containsText("Boats");
    assertThat(cover.locator(".prose")).isHidden();
    hands.press(cover.locator("summary"));
    assertThat(cover.locator(".prose")).isVisible();
  }

  private void report() {
    go("/local");
    Locator lins = page.locator(".post", new Page.LocatorOptions().setHasText("@lin")).first();
    hands.press(menu(lins).locator("a[href*='/report']"));
    page.waitForURL(Pattern.compile(".*/report\\?post=\\d+"));
    seen();
    hands.write(page.locator("[name=comment]"), "Nothing but boats.");
    hands.press(page.locator("main form.pad .button-main"));
    assertThat(page.locator(".notice")).isVisible();
  }

  private void mute() {
    go("/local");
    Locator all = page.locator("#feed > .post", new Page.LocatorOptions().setHasText("@lin"));
    hands.press(menu(all.first()).locator("button[formaction$='/mute'][formaction^='/people']"));
    assertThat(page.locator("#feed")).isVisible();
    go("/local");
    assertThat(all).hasCount(0);
  }

  private void search() {
    go("/explore");
    hands.write(page.locator("#m-search"), "better view " + name);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/search\\?.*"));
    seen();
    assertThat(page.locator("#feed .post")).containsText("The better view of " + name);
  }

  private void hideServer() {
    go("/home");
    Locator names = page.locator("#feed .post-name", new Page.LocatorOptions().setHasText("jun"));
    hands.press(names.first());
    arrived("/@jun@" + there.authority());
    hands.press(page.locator(".relation .menu summary"));
    hands.press(page.locator(".relation a[href^='/settings/people/domains']"));
    page.waitForURL(Pattern.compile(".*/settings/people/domains\\?.*"));
    seen();
    hands.press(page.locator(".button-danger"));
    arrived("/@jun@" + there.authority());
    assertThat(page.locator(".relation button[formaction$='/domains/show']")).isAttached();
    go("/home");
    assertThat(names).hasCount(0);
  }

  private void settings() {
    go("/settings/profile");
    places("/settings/preferences");
    hands.choose(page.locator("#f-reach"), "quiet");
    hands.press(page.locator(".settings form .button-main"));
    assertThat(page.locator(".notice")).isVisible();
    go("/home");
    assertThat(page.locator("form.composer [name=reach]")).hasValue("quiet");
  }

  private void logOut() {
    if (way.width() < 700) {
      go("/menu");
      hands.press(page.locator("main form[action='/auth/sign_out'] button"));
    } else hands.press(page.locator(".me form[action='/auth/sign_out'] button"));
    arrived("/");
    assertThat(page.locator("a[href='/auth/sign_in']").first()).isVisible();
    page.navigate("/home");
    page.waitForURL(Pattern.compile(".*/auth/sign_in\\?next=.*"));
  }

  private void settle() {
    for (int i = 0; i < 20; i++) {
      boolean worked = here.server().settle();
      if (!(there.server().settle() || worked)) break;
    }
  }

  /** Another of the pages of settings. */
  private void places(String path) {
    hands.press(page.locator("a[href='" + path + "']:visible").first());
    arrived(path);
  }

  /** By the links that a page offers; on a phone most of them are behind the last one. */
  private void go(String path) {
    String link = "nav a[href='" + path + "']:visible, .me a[href='" + path + "']:visible";
    if (page.locator(link).count() == 0) {
      hands.press(page.locator(".nav a[href='/menu']"));
      arrived("/menu");
    }
    hands.press(page.locator(link).first());
    arrived(path);
  }

  private void arrived(String path) {
    page.waitForURL(here.url() + path);
    seen();
  }

  /** What holds on every page, whatever it shows. */
  private void seen() {
    page.waitForLoadState();
    assertThat(page.locator("html")).hasAttribute("dir", way.rightToLeft() ? "rtl" : "ltr");
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("fits into " + way + ": " + page.url())
        .isTrue();
    // A finger that touches a name wants to go there.
    if (way.width() < 700) assertThat(page.locator(".person-card")).hasCount(0);
    int light =
        ((Number)
                page.evaluate(
                    "Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])"))
            .intValue();
    assertThat(light < 128).as("dark: " + page.url()).isEqualTo(way.dark());
  }
}
