package social.parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every page, by a name for it: those that strangers see, and those of Mara. */
record Rooms(Play play) {
  /** What a page looks like once somebody has done something there. */
  record State(String path, Consumer<Page> steps) {}

  Map<String, String> strangers() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("landing", "/");
    pages.put("sign-in", "/auth/sign_in");
    pages.put("sign-up", "/auth/sign_up");
    pages.put("about", "/about");
    pages.put("design-stranger", "/about/design");
    pages.put("appearance-stranger", "/settings/appearance");
    pages.put("community-stranger", "/local");
    pages.put("explore-stranger", "/explore/people");
    pages.put("profile-stranger", "/@mara");
    pages.put("thread-stranger", "/@mara/" + play.thread);
    pages.put("away", "/away?deed=follow&uri=acct:mara@oak.test");
    pages.put("language", "/language");
    pages.put("privacy", "/privacy-policy");
    pages.put("offline", "/offline");
    pages.put("search-stranger", "/search?q=soup");
    pages.put("tag-stranger", "/tags/garden");
    pages.put("embed", "/@mara/" + play.thread + "/embed");
    pages.put("keys", "/keys");
    pages.put("not-found", "/@nobody");
    return pages;
  }

  Map<String, String> members() {
    Map<String, String> pages = new LinkedHashMap<>();
    reading(pages);
    people(pages);
    pages.put("compose", "/compose");
    pages.put("drafts", "/drafts");
    pages.put("reply", "/compose?in_reply_to=" + play.thread);
    pages.put("quote", "/compose?quote=" + play.thread);
    pages.put("delete", "/posts/" + play.thread + "/delete");
    pages.put("edit", "/posts/" + play.thread + "/edit");
    pages.put("react", "/posts/" + play.thread + "/react");
    pages.put("settings-profile", "/settings/profile");
    pages.put("settings-collections", "/settings/collections");
    pages.put("settings-collection-new", "/settings/collections/new");
    pages.put("settings-collection", "/settings/collections/" + play.collection);
    pages.put("settings-collection-delete", "/settings/collections/" + play.collection + "/delete");
    pages.put("settings-preferences", "/settings/preferences");
    pages.put("settings-appearance", "/settings/appearance");
    pages.put("settings-filters", "/settings/filters");
    pages.put("settings-filter", "/settings/filters/new");
    pages.put("settings-notifications", "/settings/notifications");
    pages.put("settings-scheduled", "/settings/scheduled");
    pages.put("settings-people", "/settings/people");
    pages.put("settings-account", "/settings/account");
    pages.put("settings-access", "/settings/access");
    pages.put("settings-moving", "/settings/moving");
    pages.put("settings-delete", "/settings/account/delete");
    pages.put("settings-export", "/settings/export");
    pages.put("settings-import", "/settings/import");
    pages.put("newcomers", "/admin/sign-ups");
    pages.put("invites", "/admin/invites");
    pages.put("federation", "/admin/federation");
    pages.put("appearance", "/admin/appearance");
    pages.put("design", "/about/design");
    pages.put("consent", play.consent());
    pages.put("menu", "/menu");
    return pages;
  }

  /** What opens when it is asked for. */
  Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    states.put(
        "open-menu",
        new State(
            "/@mara",
            page -> {
              page.locator(".post details.menu:not(.react-menu) > summary").first().click();
              page.locator(".menu-items .why").first().waitFor();
            }));
    states.put(
        "open-reactions",
        new State(
            "/@mara",
            page -> {
              page.locator(".react-menu > summary").first().click();
              page.locator(".react-row").first().waitFor();
            }));
    states.put(
        "open-emoji",
        new State(
            "/compose",
            page -> {
              page.locator(".emoji-menu > summary").first().click();
              page.locator(".emoji-menu .picker").first().waitFor();
            }));
    states.put("open-keys", new State("/home", page -> page.keyboard().press("?")));
    states.put("open-picture", clicked("/@ines", "#feed .shot"));
    states.put(
        "open-options",
        new State(
            "/compose",
            page -> {
              for (String tool : new String[] {"warning", "poll", "options"})
                page.locator(".tool-" + tool).first().click();
            }));
    states.put("open-card", hovered("/home", ".post-name"));
    states.put("open-card-remote", hovered("/@" + play.reader, ".post-name"));
    states.put("open-card-community", hovered(play.submission(), ".post-note a"));
    states.put("open-note", clicked("/@ines", ".note > summary"));
    states.put(
        "open-completion",
        new State(
            "/compose",
            page -> {
              page.locator("[name=text]").pressSequentially("Hello @to");
              page.locator("[role=option]").first().waitFor();
            }));
    states.put(
        "saved-draft",
        new State(
            "/compose",
            page -> {
              page.fill("[name=text]", "Three things that clay taught me this year. First:");
              page.locator("[data-saved]").waitFor();
              page.navigate("/drafts");
            }));
    return states;
  }

  private static State hovered(String path, String what) {
    return new State(
        path,
        page -> {
          Locator name = page.locator(what).first();
          // Scrolling puts cards away.
          name.scrollIntoViewIfNeeded();
          name.hover();
          page.locator(".person-card .person").waitFor();
        });
  }

  private static State clicked(String path, String what) {
    return new State(path, page -> page.locator(what).first().click());
  }

  private void reading(Map<String, String> pages) {
    pages.put("home", "/home");
    pages.put("catch-up", "/catch-up?span=days_3&by=likes");
    pages.put("history", "/@mara/" + play.edited + "/history");
    pages.put("quotes", "/@mara/" + play.thread + "/quotes");
    pages.put("boosts", "/@mara/" + play.thread + "/boosts");
    pages.put("why", "/posts/" + play.thread + "/why");
    pages.put("local", "/local");
    pages.put("federated", "/federated");
    pages.put("message", "/messages/" + play.message());
    pages.put("thread", "/@mara/" + play.thread);
    pages.put("thread-deep", "/@tom/" + play.deep);
    pages.put("thread-inside", "/@tom/" + play.inside);
    pages.put("submission", play.submission());
    pages.put("review", play.review());
    pages.put("reactions", "/@mara/" + play.thread + "/reactions");
    pages.put("notifications", "/notifications");
    pages.put("notification-requests", "/notifications/requests");
    pages.put("agreements", "/requests/posts");
    pages.put("messages", "/messages");
    pages.put("explore", "/explore");
    pages.put("explore-tags", "/explore/tags");
    pages.put("explore-links", "/explore/links");
    pages.put("explore-people", "/explore/people");
    pages.put("search", "/search?q=tom");
    pages.put("search-help", "/search");
    pages.put("lists", "/lists");
    pages.put("list", "/lists/" + play.list);
    pages.put("list-edit", "/lists/" + play.list + "/edit");
    pages.put("tags", "/tags");
    pages.put("tag", "/tags/garden");
    pages.put("bookmarks", "/bookmarks");
    pages.put("favourites", "/favourites");
    pages.put("announcements", "/announcements");
  }

  private void people(Map<String, String> pages) {
    pages.put("profile", "/@mara");
    pages.put("profile-other", "/@ines");
    pages.put("profile-remote", "/@jun@" + play.fir.authority());
    pages.put("community", "/@" + play.community);
    pages.put("reader", "/@" + play.reader);
    pages.put("profile-long", "/@" + Corners.LONG_NAME);
    pages.put("report", "/people/" + play.tom.id() + "/report");
    pages.put("followers", "/@mara/followers");
    pages.put("following", "/@ines/following");
    pages.put("replies", "/@ines/replies");
    pages.put("media", "/@ines/media");
    pages.put("featured", "/@mara/featured");
    pages.put("featured-other", "/@ines/featured");
    pages.put("person-lists", "/people/" + play.tom.id() + "/lists");
    pages.put("hide-server", "/settings/people/domains?domain=" + play.fir.authority());
    pages.put("requests", "/requests");
  }
}
