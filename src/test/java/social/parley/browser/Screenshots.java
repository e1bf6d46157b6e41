package social.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Photographs all pages in two sizes, light and dark, into {@code target/screenshots}. */
public final class Screenshots {
  private static final Path FOLDER = Path.of("target/screenshots");

  private final Play play;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> only;

  private Screenshots(Play play, List<String> only) {
    this.play = play;
    this.only = only;
  }

  private record Size(String name, int width, int height) {}

  /** Takes all photographs, or those whose names are given. */
  public static void main(String[] names) throws IOException {
    Files.createDirectories(FOLDER);
    Path data = Files.createTempDirectory("screenshots");
    try (Play play = new Play(data);
        Chromium chromium = Chromium.start()) {
      Screenshots screenshots = new Screenshots(play, List.of(names));
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK})
        for (Size size : new Size[] {new Size("wide", 1440, 900), new Size("phone", 390, 844)})
          screenshots.take(chromium.browser(), size, scheme);
      screenshots.complaints.forEach(System.out::println);
    }
    System.exit(0);
  }

  private void take(Browser browser, Size size, ColorScheme scheme) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(size.width(), size.height())
                .setColorScheme(scheme)
                .setBaseURL(play.oak.url()))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) complaints.add(page.url() + ": " + message.text());
      });
      page.onPageError(error -> complaints.add(page.url() + ": " + error));
      String suffix = size.name() + "-" + scheme.name().toLowerCase(Locale.ROOT);
      strangers().forEach((name, path) -> shoot(page, name, path, suffix));
      page.navigate("/auth/sign_in");
      page.fill("[name=login]", "mara");
      page.fill("[name=password]", Stage.PASSWORD);
      page.click("main button");
      members().forEach((name, path) -> shoot(page, name, path, suffix));
    }
  }

  private Map<String, String> strangers() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("landing", "/");
    pages.put("sign-in", "/auth/sign_in");
    pages.put("sign-up", "/auth/sign_up");
    pages.put("about", "/about");
    pages.put("community-stranger", "/local");
    pages.put("profile-stranger", "/@mara");
    pages.put("thread-stranger", "/@mara/" + play.thread);
    pages.put("not-found", "/@nobody");
    return pages;
  }

  private Map<String, String> members() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/home");
    pages.put("thread", "/@mara/" + play.thread);
    pages.put("compose", "/compose");
    pages.put("notifications", "/notifications");
    pages.put("federated", "/federated");
    pages.put("profile", "/@mara");
    pages.put("profile-other", "/@ines");
    pages.put("profile-remote", "/@jun@" + play.fir.authority());
    pages.put("followers", "/@mara/followers");
    pages.put("search", "/search?q=tom");
    pages.put("search-help", "/search");
    pages.put("explore", "/explore");
    pages.put("explore-tags", "/explore/tags");
    pages.put("explore-people", "/explore/people");
    pages.put("lists", "/lists");
    pages.put("list", "/lists/" + play.list);
    pages.put("list-edit", "/lists/" + play.list + "/edit");
    pages.put("tags", "/tags");
    pages.put("messages", "/messages");
    pages.put("announcements", "/announcements");
    pages.put("menu", "/menu");
    pages.put("reactions", "/@mara/" + play.thread + "/reactions");
    pages.put("react", "/posts/" + play.thread + "/react");
    pages.put("local", "/local");
    pages.put("tag", "/tags/garden");
    pages.put("bookmarks", "/bookmarks");
    pages.put("settings-profile", "/settings/profile");
    pages.put("settings-preferences", "/settings/preferences");
    pages.put("settings-account", "/settings/account");
    pages.put("settings-access", "/settings/access");
    pages.put("newcomers", "/admin/sign-ups");
    pages.put("invites", "/admin/invites");
    pages.put("consent", play.consent());
    pages.put("delete", "/posts/" + play.thread + "/delete");
    pages.put("edit", "/posts/" + play.thread + "/edit");
    return pages;
  }

  private void shoot(Page page, String name, String path, String suffix) {
    if (!only.isEmpty() && !only.contains(name)) return;
    page.navigate(path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += 600) {"
            + " scrollTo(0, y); await new Promise(r => setTimeout(r, 30)); } scrollTo(0, 0); }");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve(name + "-" + suffix + ".png"))
            .setFullPage(!page.url().endsWith("/home") || suffix.startsWith("phone")));
  }
}
