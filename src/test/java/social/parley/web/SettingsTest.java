package social.parley.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Role;

/** What people arrange for themselves, without scripts. */
class SettingsTest {
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

  private static void write(Guest guest, String text, String... more) {
    String[] fields = new String[2 + more.length];
    fields[0] = "text";
    fields[1] = text;
    System.arraycopy(more, 0, fields, 2, more.length);
    guest.open("/compose").submit("/compose", fields);
  }

  @Test
  void makesChangesAndDropsAFilter() {
    Guest ada = town.member("ada");
    Guest bo = town.member("bo");
    write(bo, "nothing but football today");
    ada.open("/settings/filters/new")
        .submit(
            "/settings/filters/new",
            "title",
            "",
            "words[0][keyword]",
            "football",
            "lasts",
            "86400");
    assertThat(ada.status()).isEqualTo(422);
    assertThat(ada.page().select(".problem").text()).isEqualTo("The name can't be blank.");
    assertThat(ada.page().select("[name=words[0][keyword]]").val()).isEqualTo("football");
    assertThat(ada.page().select("[name=lasts] [selected]").val()).isEqualTo("86400");
    ada.submit("/settings/filters/new", "title", "Sports", "action", "hide", "lasts", "forever");
    assertThat(ada.text()).contains("Sports", "football", "hides", "public posts");
    assertThat(ada.open("/local").text()).doesNotContain("football");
    ada.open("/settings/filters");
    String filter = ada.page().select(".things a.button").attr("href");
    assertThat(bo.open(filter).status()).isEqualTo(404);
    ada.open(filter)
        .submit(
            filter,
            "action",
            "warn",
            "words[0][keyword]",
            "",
            "words[1][keyword]",
            "foot",
            "words[1][whole]",
            "false",
            "context[]",
            "public",
            "lasts",
            "3600");
    assertThat(ada.text()).contains("foot", "covers", "in public posts", "left");
    assertThat(ada.open("/local").page().select(".cover-filter summary").text())
        .contains("Filtered: Sports");
    ada.open(filter).submit(filter + "/delete");
    assertThat(ada.text()).contains("You have no filters yet");
    assertThat(ada.open("/local").text()).contains("football");
  }

  @Test
  void strangersAreKeptApartUntilTheyAreLetIn() {
    Guest cleo = town.member("cleo");
    Guest dora = town.member("dora");
    cleo.open("/settings/notifications")
        .submit("/settings/notifications", "not_following", "filter");
    assertThat(cleo.page().select("[name=not_following] [selected]").val()).isEqualTo("filter");
    write(dora, "@cleo hello there");
    assertThat(cleo.open("/notifications").text()).doesNotContain("hello there");
    cleo.open("/notifications/requests");
    assertThat(cleo.text()).contains("dora", "hello there", "1 notification");
    cleo.submit(cleo.page().select(".request form").attr("action"));
    assertThat(cleo.text()).contains("No filtered notifications");
    assertThat(cleo.open("/notifications").text()).contains("hello there");
  }

  @Test
  void wholeServersAreHiddenAndShownAgain() {
    Guest eve = town.member("eve");
    eve.open("/settings/people").submit("/settings/people/domains", "domain", "not a server");
    assertThat(eve.status()).isEqualTo(422);
    eve.submit("/settings/people/domains", "domain", "loud.example");
    assertThat(eve.text()).contains("loud.example");
    eve.submit("/settings/people/domains/show");
    assertThat(eve.text()).doesNotContain("loud.example");
  }

  @Test
  void preferencesAreKept() {
    Guest finn = town.member("finn");
    finn.open("/settings/preferences")
        .submit("/settings/preferences", "quotes", "nobody", "reach", "followers");
    finn.open("/compose");
    assertThat(finn.page().select("[name=quotes] [selected]").val()).isEqualTo("nobody");
    assertThat(finn.page().select("[name=reach] [selected]").val()).isEqualTo("followers");
  }

  @Test
  void whoeverLeavesDeletesTheirAccount() {
    Guest ivo = town.member("ivo");
    write(ivo, "my last words");
    String delete = "/settings/account/delete";
    ivo.open("/settings/account");
    assertThat(ivo.page().select("a[href=" + delete + "]")).hasSize(1);
    ivo.open(delete).submit(delete, "current_password", "not this one");
    assertThat(ivo.status()).isEqualTo(422);
    assertThat(ivo.open("/@ivo").text()).contains("my last words");
    ivo.open(delete).submit(delete, "current_password", Town.PASSWORD);
    assertThat(ivo.text()).contains("Your account has been deleted.");
    assertThat(ivo.open("/home").page().select("form[action=/auth/sign_in]")).hasSize(1);
    assertThat(ivo.open("/@ivo").status()).isIn(404, 410);
    assertThat(ivo.open("/local").text()).doesNotContain("my last words");
  }

  @Test
  void tellsTheModerators() {
    town.person("mo", Role.MODERATOR);
    Guest gus = town.member("gus");
    Guest hana = town.member("hana");
    write(gus, "buy my watches");
    hana.open("/local");
    var post = hana.page().select(".post:contains(buy my watches)");
    hana.open(post.select("a.menu-item[href*=/menu]").attr("href"));
    hana.open(hana.page().select("a.menu-item[href*=/report]").attr("href"));
    assertThat(hana.text()).contains("Report gus", "buy my watches");
    hana.submit(
        hana.page().select("form.form").attr("action"), "category", "spam", "comment", "Again!");
    assertThat(hana.text()).contains("The moderators will look at it");
    assertThat(town.loggedIn("mo").open("/notifications").text()).contains("hana", "sent a report");
    assertThat(hana.open("/people/12/report").status()).isEqualTo(404);
  }

  @Test
  void visitorsChooseALanguageAndWhatIsSharedKeepsToTheBrowsers() {
    Guest gil = town.member("gil");
    write(gil, "something to embed");
    String post = gil.open("/@gil").page().select(".post-when a").first().attr("href");
    Guest stranger = town.guest().open("/about");
    assertThat(stranger.page().select("html").attr("lang")).isEqualTo("en");
    assertThat(stranger.header("Vary")).contains("Cookie", "Accept-Language");
    stranger.open("/language?back=/about").submit("/language", "language", "de");
    assertThat(stranger.path()).isEqualTo("/about");
    assertThat(stranger.page().select("html").attr("lang")).isEqualTo("de");
    assertThat(stranger.text()).contains("Über");
    assertThat(stranger.open("/privacy-policy").text()).contains("Wer es sehen kann");
    stranger.open(post + "/embed");
    assertThat(stranger.page().select("html").attr("lang")).isEqualTo("en");
    assertThat(stranger.header("Cache-Control")).contains("public");
    assertThat(stranger.header("Vary")).contains("Accept-Language");
    assertThat(stranger.open("/nowhere").text()).contains("Hier ist nichts");
  }

  @Test
  void anAccountKeepsItsLanguage() {
    Guest hal = town.member("hal");
    hal.open("/settings/preferences").submit("/settings/preferences", "locale", "fr");
    assertThat(hal.text()).contains("Enregistré.");
    hal.open("/settings/filters/new").submit("/settings/filters/new", "title", "");
    assertThat(hal.page().select(".problem").text()).isEqualTo("Le nom\u202f: doit être rempli.");
    hal.open("/settings/preferences").submit("/settings/preferences", "locale", "tlh");
    assertThat(hal.page().select("html").attr("lang")).isEqualTo("fr");
  }

  @Test
  void aProfileThatIsRefusedSaysOfEachProblemWhereItIs() {
    Guest ida = town.member("ida");
    ida.open("/settings/profile").submit("/settings/profile", "bio", "x".repeat(3000));
    assertThat(ida.status()).isEqualTo(422);
    assertThat(ida.page().select(".problem").text()).startsWith("About you: is too long");
    ida.submit("/settings/profile", "bio", "", "avatar_description", "x".repeat(200));
    assertThat(ida.page().select("[role=alert]").text())
        .isEqualTo("What the avatar shows: is too long (maximum is 150 characters)");
    assertThat(ida.page().select("#p-avatar_description")).hasSize(1);
    ida.open("/settings/preferences").submit("/settings/preferences", "locale", "fr");
    ida.open("/settings/profile").submit("/settings/profile", "attribution_domains", many());
    assertThat(ida.page().select("[role=alert]").text())
        .isEqualTo(
            "Sites qui peuvent vous nommer comme auteur·rice\u202f: trop d’entrées (100 au"
                + " maximum)");
  }

  private static String many() {
    return IntStream.range(0, 140).mapToObj(i -> "b" + i + ".example\n").collect(joining());
  }

  @Test
  void theProfileSaysWhatItShowsAndWhoNamesIt() {
    Guest fay = town.member("fay").open("/settings/profile");
    assertThat(fay.page().select("[name=show_media]").hasAttr("checked")).isTrue();
    assertThat(fay.open("/@fay").page().select("a[href=/@fay/media]")).hasSize(1);
    fay.open("/settings/profile").page().select("[name=show_media]").removeAttr("checked");
    fay.submit(
        "/settings/profile",
        "avatar_description",
        "A fern",
        "attribution_domains",
        "example.org\r\n\r\nblog.example.net");
    assertThat(fay.text()).contains("Saved.");
    assertThat(fay.page().select("[name=attribution_domains]").text().lines())
        .containsExactly("blog.example.net", "example.org");
    assertThat(fay.page().select("[name=avatar_description]").val()).isEqualTo("A fern");
    assertThat(fay.open("/@fay").page().select("a[href=/@fay/media]")).isEmpty();
  }
}
