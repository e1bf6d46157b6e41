package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.announcements.NoticeDraft;

/** All that can be read beside home: lists, tags, messages, search, and what is talked about. */
class ReadingTest {
  @TempDir static Path data;
  private static Town town;

  @BeforeAll
  static void start() {
    town = Town.start(data);
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static String write(Guest guest, String text, String... more) {
    guest.open("/compose");
    String[] fields = new String[2 + more.length];
    fields[0] = "text";
    fields[1] = text;
    System.arraycopy(more, 0, fields, 2, more.length);
    guest.submit("/compose", fields);
    return guest.path().substring(guest.path().lastIndexOf('/') + 1);
  }

  private static void follow(Guest guest, String name) {
    guest.open("/@" + name);
    guest.submit(guest.page().select(".relation").attr("action"));
  }

  @Test
  void peopleAreSeenInTheirCircleAndAsOneWishes() {
    Guest lea = town.member("lea");
    Guest max = town.member("max");
    town.member("nia");
    follow(lea, "max");
    follow(max, "nia");
    assertThat(lea.open("/@nia").page().select(".familiar").text()).isEqualTo("Followed by max");
    lea.openPart("/@nia/card");
    assertThat(lea.page().text()).contains("@nia", "1 follower", "Followed by max");
    assertThat(lea.page().select(".relation, .person")).hasSize(2);
    assertThat(lea.open("/@nia/card").path()).isEqualTo("/@nia");
    assertThat(lea.openPart("/@nobody/card").status()).isEqualTo(404);
    lea.open("/@max");
    String wishes = lea.page().select("button[name=notifying]").attr("formaction");
    lea.submit(wishes, "notifying", "true").open("/@max").submit(wishes, "boosts", "false");
    assertThat(lea.open("/@max").page().select("button[name=notifying]").val()).isEqualTo("false");
    assertThat(lea.page().select("button[name=boosts]").val()).isEqualTo("true");
    lea.submit("/people/" + wishes.split("/")[2] + "/recommend");
    lea.open("/@lea/featured").submit("/featured-tags", "tag", "#Herbs");
    assertThat(lea.page().select(".row").text()).contains("#Herbs", "@max");
    assertThat(town.guest().open("/@lea/featured").text()).contains("#Herbs", "@max");
    lea.submit(lea.page().select("form[action$=/remove]").attr("action"));
    assertThat(lea.text()).contains("@max").doesNotContain("#Herbs");
    lea.open("/@max");
    String note = lea.page().select(".note form").attr("action");
    lea.submit(note, "note", "Met at the market");
    assertThat(lea.page().select(".note[open] textarea").val()).isEqualTo("Met at the market");
    assertThat(max.open("/@max").text()).doesNotContain("market");
    assertThat(town.member("oto").open("/@max").page().select(".note textarea").val()).isEmpty();
  }

  @Test
  void emptySurfacesSayWhatTheyAre() {
    Guest ada = town.member("ada");
    for (String path :
        new String[] {
          "/home",
          "/lists",
          "/tags",
          "/messages",
          "/bookmarks",
          "/favourites",
          "/explore",
          "/explore/tags",
          "/explore/links",
          "/announcements",
          "/notifications",
          "/requests"
        }) {
      ada.open(path);
      assertThat(ada.status()).as(path).isEqualTo(200);
      assertThat(ada.page().select(".empty-title").text()).as(path).isNotEmpty();
      assertThat(ada.page().select("h1").size()).as(path).isEqualTo(1);
      assertThat(ada.page().select(".nav [aria-current], .nav-wide").size()).as(path).isPositive();
    }
    assertThat(ada.open("/search").text()).contains("from:ada", "has:image");
    assertThat(ada.open("/menu").text()).contains("Bookmarks", "Announcements", "Log out");
    Guest stranger = town.guest();
    assertThat(stranger.open("/lists").path()).isEqualTo("/auth/sign_in");
    assertThat(stranger.open("/explore/people").status()).isEqualTo(200);
  }

  @Test
  void makesAListAndReadsIt() {
    Guest bo = town.member("bo");
    Guest cleo = town.member("cleo");
    bo.open("/lists").submit("/lists", "title", "  ");
    assertThat(bo.status()).isEqualTo(422);
    assertThat(bo.page().select(".problem").text()).isEqualTo("The name can't be blank.");
    bo.submit("/lists", "title", "Friends");
    String list = bo.path().replace("/edit", "");
    bo.submit(list + "/members", "acct", "@cleo");
    assertThat(bo.page().select(".problem").text())
        .contains("You do not follow anybody by that name");
    follow(bo, "cleo");
    bo.open(list + "/edit").submit(list + "/members", "acct", "@cleo");
    assertThat(bo.text()).contains("cleo").doesNotContain("Nobody yet");
    write(cleo, "hello list");
    town.server().settle();
    assertThat(bo.open(list).text()).contains("Friends", "hello list");
    assertThat(cleo.open(list).status()).isEqualTo(404);
    bo.open(list + "/edit")
        .submit(list + "/edit", "title", "Best friends", "exclusive", "true", "replies", "none");
    assertThat(bo.open(list + "/edit").page().select("[name=exclusive][checked]")).hasSize(1);
    bo.open("/@cleo");
    String places = bo.page().select("a.menu-item[href$=/lists]").attr("href");
    bo.open(places).submit(places);
    assertThat(bo.open(list + "/edit").text()).contains("Best friends");
    bo.open(places).submit(places, "on[]", "");
    assertThat(bo.open(list + "/edit").text()).contains("Nobody yet");
    bo.submit(list + "/delete");
    assertThat(bo.text()).contains("No lists yet");
  }

  @Test
  void followsATag() {
    Guest dora = town.member("dora");
    Guest eve = town.member("eve");
    dora.open("/tags/gardening").submit("/tags/gardening/follow");
    assertThat(dora.page().select(".head-buttons .button").text()).isEqualTo("Following");
    assertThat(dora.open("/tags").text()).contains("#gardening");
    write(eve, "beans! #Gardening");
    town.server().settle();
    assertThat(dora.open("/home").text()).contains("beans!");
    dora.open("/tags").submit("/tags/gardening/unfollow");
    assertThat(dora.text()).contains("You follow no tags yet");
  }

  @Test
  void talksInMessages() {
    Guest finn = town.member("finn");
    Guest gus = town.member("gus");
    finn.open("/compose?reach=mentioned");
    assertThat(finn.page().select("[name=reach] [selected]").attr("value")).isEqualTo("mentioned");
    finn.submit("/compose", "text", "@gus psst");
    gus.open("/messages");
    assertThat(gus.page().select(".message.unread").text()).contains("finn", "psst", "new");
    gus.open(gus.page().select(".message").attr("href"));
    assertThat(gus.page().select("h1").text()).isEqualTo("With finn");
    assertThat(gus.page().select("textarea[name=text]").val().strip()).isEqualTo("@finn");
    gus.submit("/compose", "text", "@finn what is it?");
    assertThat(gus.open("/messages").page().select(".message.unread")).isEmpty();
    finn.open("/messages");
    String message = finn.page().select(".message").attr("href");
    assertThat(finn.open(message).page().select(".post")).hasSize(2);
    Guest spy = town.member("spy");
    assertThat(spy.open(message).status()).isEqualTo(404);
    String csrf = spy.open("/compose").page().select("[name=csrf]").val();
    assertThat(spy.forge(message + "/read", Map.of("csrf", csrf)).status()).isEqualTo(404);
    finn.open(message).submit(message + "/remove");
    assertThat(finn.text()).contains("No messages yet");
  }

  @Test
  void searchesWithOperators() {
    Guest hana = town.member("hana");
    write(hana, "a purple elephant");
    write(hana, "a purple house #elephants");
    hana.open("/search?q=purple+-house");
    assertThat(hana.page().select(".post .prose").eachText()).containsExactly("a purple elephant");
    assertThat(hana.open("/search?q=purple+from:me&kind=posts").page().select(".post")).hasSize(2);
    assertThat(hana.open("/search?q=elephants").page().select(".tag-row").text())
        .contains("#elephants");
    assertThat(hana.open("/search?q=hana").page().select(".introduced .handle").text())
        .contains("@hana");
    assertThat(town.guest().open("/search?q=purple").page().select(".post")).isEmpty();
  }

  @Test
  void peopleAreIntroducedAndFollowed() {
    Guest ivo = town.member("ivo");
    ivo.open("/settings/profile")
        .submit("/settings/profile", "discoverable", "true", "bio", "I paint boats.");
    Guest jo = town.member("jo");
    jo.open("/directory");
    assertThat(jo.path()).isEqualTo("/explore/people");
    var row = jo.page().select(".introduced:contains(@ivo)");
    assertThat(row.text()).contains("I paint boats.");
    jo.submit(row.select("form").attr("action"));
    assertThat(jo.open("/explore/people").page().select(".introduced:contains(@ivo) button").text())
        .isEqualTo("Following");
  }

  @Test
  void announcementsAreReadAndReactedTo() {
    Guest kim = town.member("kim");
    var notice = town.community().notices().create(NoticeDraft.of("We move on **Sunday**."));
    String path = "/announcements/" + notice.id();
    kim.open("/announcements");
    assertThat(kim.page().select(".announcement.unread strong").text()).isEqualTo("Sunday");
    kim.submit(path + "/react", "emoji", "🎉");
    assertThat(kim.page().select(".reaction[aria-pressed=true]").text()).isEqualTo("🎉1");
    kim.submit(path + "/read");
    assertThat(kim.page().select(".announcement.unread")).isEmpty();
    town.community().notices().delete(notice.id());
  }
}
