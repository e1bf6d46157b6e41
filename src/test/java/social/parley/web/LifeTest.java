package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does from day to day, without scripts. */
class LifeTest {
  @TempDir static Path data;
  private static Town town;

  @BeforeAll
  static void start() {
    town = Town.start(data, "PARLEY_REGISTRATION", "open", "PARLEY_ABOUT_RULES", "Be kind.");
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static String lastPost(Guest guest) {
    String href = guest.page().select(".post .post-when a").attr("href");
    assertThat(href).matches("/@\\w+/\\d+");
    return href;
  }

  @Test
  void signsUpPostsAnswersAndLeaves() {
    Guest ada = town.guest().open("/auth/sign_up");
    ada.submit(
        "/auth/sign_up",
        "username",
        "ada",
        "email",
        "ada@example.org",
        "password",
        "correct horse",
        "agreement",
        "true");
    assertThat(ada.path()).isEqualTo("/home");
    assertThat(ada.text()).contains("Welcome!");
    ada.submit("/compose", "text", "Hello, *world* #first", "markdown", "true");
    assertThat(ada.path()).matches("/@ada/\\d+");
    assertThat(ada.page().select(".post-main .prose em").text()).isEqualTo("world");
    assertThat(ada.page().select(".post-main .hashtag").attr("href")).isEqualTo("/tags/first");
    String post = ada.path();
    ada.submit("/compose", "text", "And one thing more.");
    assertThat(ada.open(post).page().select(".branches .prose").text())
        .isEqualTo("And one thing more.");
    assertThat(ada.open("/tags/first").text()).contains("Hello, world");
    ada.submit("/auth/sign_out");
    assertThat(ada.text()).contains("You are logged out").contains("Hello, world");
    assertThat(ada.open("/home").path()).isEqualTo("/auth/sign_in");
  }

  @Test
  void wrongFieldsAreNamedAndTheRestIsKept() {
    Guest guest = town.guest().open("/auth/sign_up");
    guest.submit(
        "/auth/sign_up", "username", "no way!", "email", "x@example.org", "password", "short");
    assertThat(guest.status()).isEqualTo(422);
    assertThat(guest.page().select("#p-username").text()).contains("letters, numbers");
    assertThat(guest.page().select("#p-password").text()).contains("too short");
    assertThat(guest.page().select("[name=email]").attr("value")).isEqualTo("x@example.org");
    assertThat(guest.page().select("[name=password]").attr("value")).isEmpty();
  }

  @Test
  void wrongPasswordsAndForeignAddressesLeadNowhere() {
    town.member("bo");
    Guest guest = town.guest().open("/auth/sign_in?next=//evil.example/");
    assertThat(guest.page().select("[name=next]").attr("value")).isEqualTo("/home");
    guest.submit("/auth/sign_in", "login", "bo", "password", "wrong");
    assertThat(guest.status()).isEqualTo(422);
    guest.submit(
        "/auth/sign_in", "login", "bo", "password", Town.PASSWORD, "next", "https://evil.example/");
    assertThat(guest.path()).isEqualTo("/home");
  }

  @Test
  void thePagesOfWhoeverHasLoggedOutAskNoMore() {
    assertThat(town.guest().open("/live?on=home").status()).isEqualTo(204);
  }

  @Test
  void formsThatAreNotOursAreRefused() {
    Guest cleo = town.member("cleo");
    assertThat(cleo.forge("/compose", Map.of("text", "forged")).status()).isEqualTo(403);
    assertThat(cleo.forge("/compose", Map.of("text", "forged", "csrf", "a.b")).status())
        .isEqualTo(403);
    assertThat(cleo.open("/@cleo").text()).doesNotContain("forged");
    Guest stranger = town.guest();
    assertThat(stranger.forge("/auth/sign_in", Map.of("login", "cleo")).status()).isEqualTo(403);
  }

  @Test
  void whatIsNotForEverybodyIsNotThere() {
    Guest dora = town.member("dora");
    Guest eve = town.member("eve");
    Guest stranger = town.guest();
    for (String reach : new String[] {"followers", "mentioned"}) {
      dora.open("/compose").submit("/compose", "text", "secret for " + reach, "reach", reach);
      String path = dora.path();
      String id = path.substring(path.lastIndexOf('/') + 1);
      assertThat(dora.text()).contains("secret for");
      for (Guest other : new Guest[] {eve, stranger})
        for (String part : new String[] {"", "/history", "/favourites", "/boosts"})
          assertThat(other.open(path + part).status()).as(path + part).isEqualTo(404);
      assertThat(eve.open("/compose?in_reply_to=" + id).status()).isEqualTo(404);
      assertThat(eve.open("/posts/" + id + "/edit").status()).isEqualTo(404);
      assertThat(eve.open("/posts/" + id + "/delete").status()).isEqualTo(404);
      String csrf = eve.open("/home").page().select("[name=csrf]").attr("value");
      for (String action : new String[] {"favourite", "boost", "bookmark", "pin", "mute", "delete"})
        assertThat(eve.forge("/posts/" + id + "/" + action, Map.of("csrf", csrf)).status())
            .as(action)
            .isEqualTo(404);
    }
    assertThat(stranger.open("/@dora").text()).doesNotContain("secret");
    assertThat(eve.open("/@dora").text()).doesNotContain("secret");
  }

  @Test
  void aPostUnderAnotherNameIsNotThere() {
    Guest finn = town.member("finn");
    town.member("gus");
    finn.submit("/compose", "text", "mine");
    String id = finn.path().substring(finn.path().lastIndexOf('/') + 1);
    assertThat(finn.open("/@gus/" + id).status()).isEqualTo(404);
    assertThat(finn.open("/@finn/not-a-number").status()).isEqualTo(404);
  }

  @Test
  void followsReactsAndIsTold() {
    Guest hana = town.member("hana");
    Guest ivo = town.member("ivo");
    hana.submit("/compose", "text", "Who is around?");
    ivo.open("/@hana").submit(ivo.page().select(".relation").attr("action"));
    assertThat(ivo.page().select(".relation button").first().text()).isEqualTo("Following");
    ivo.open("/home");
    String post = lastPost(ivo);
    String action = "/posts/" + post.substring(post.lastIndexOf('/') + 1);
    ivo.submit(action + "/favourite").submit(action + "/boost").submit(action + "/bookmark");
    assertThat(ivo.path()).isEqualTo("/home");
    assertThat(ivo.page().select(".post .action[aria-pressed=true]")).hasSizeGreaterThan(2);
    assertThat(ivo.open("/bookmarks").text()).contains("Who is around?");
    assertThat(ivo.open("/favourites").text()).contains("Who is around?");
    hana.open("/home");
    assertThat(hana.page().select(".nav .badge").text()).startsWith("3");
    assertThat(hana.open("/notifications").text())
        .contains("follows you", "favourited your post", "boosted your post");
    assertThat(hana.open("/home").page().select(".nav .badge")).isEmpty();
    ivo.open("/home").submit(action + "/unfavourite");
    assertThat(ivo.open("/favourites").text()).contains("No favourites yet");
  }

  @Test
  void votesOnceAndSeesTheResult() {
    Guest jo = town.member("jo");
    Guest kim = town.member("kim");
    jo.open("/compose");
    jo.submit(
        "/compose",
        "text",
        "Tea?",
        "with_poll",
        "true",
        "poll[options][]",
        "Green",
        "poll[options][]",
        "Black");
    String post = jo.path();
    String vote = "/posts/" + post.substring(post.lastIndexOf('/') + 1) + "/vote";
    kim.open(post).submit(vote, "choice[]", "1");
    assertThat(kim.page().select(".poll-results .leading").text())
        .contains("100%")
        .contains("Black");
    assertThat(kim.page().select("form.poll")).isEmpty();
  }

  @Test
  void editsKeepTheOldVersions() {
    Guest lea = town.member("lea");
    lea.submit("/compose", "text", "first words");
    String post = lea.path();
    String id = post.substring(post.lastIndexOf('/') + 1);
    lea.open("/posts/" + id + "/edit").submit("/posts/" + id + "/edit", "text", "second words");
    assertThat(lea.path()).isEqualTo(post);
    assertThat(lea.text()).contains("second words").contains("edited");
    assertThat(lea.open(post + "/history").text()).contains("first words", "second words");
    lea.open("/posts/" + id + "/delete?back=" + post).submit("/posts/" + id + "/delete");
    assertThat(lea.path()).isEqualTo("/@lea");
    assertThat(lea.open(post).status()).isIn(404, 410);
  }

  @Test
  void tooLongIsSaidAndNothingIsLost() {
    Guest mo = town.member("mo");
    String long_ = "x".repeat(6000);
    mo.submit("/compose", "text", long_);
    assertThat(mo.status()).isEqualTo(422);
    assertThat(mo.page().select(".problem").text()).contains("5,000");
    assertThat(mo.page().select("textarea[name=text]").val()).hasSize(6000);
  }

  @Test
  void letsFollowersInOneByOne() {
    Guest nia = town.member("nia");
    Guest olaf = town.member("olaf");
    nia.open("/settings/profile")
        .submit(
            "/settings/profile",
            "locked",
            "true",
            "display_name",
            "Nia N.",
            "fields[0][name]",
            "Site",
            "fields[0][value]",
            "https://nia.example");
    assertThat(nia.text()).contains("Saved.");
    olaf.open("/@nia");
    assertThat(olaf.text()).contains("Nia N.", "nia.example");
    olaf.submit(olaf.page().select(".relation").attr("action"));
    assertThat(olaf.page().select(".relation button").first().text()).isEqualTo("Requested");
    nia.open("/requests").submit(nia.page().select(".row-buttons").attr("action"));
    assertThat(nia.text()).contains("Nobody is waiting");
    assertThat(olaf.open("/@nia").page().select(".relation button").first().text())
        .isEqualTo("Following");
  }

  @Test
  void logsOutOtherBrowsers() {
    Guest here = town.member("pia");
    Guest there = town.loggedIn("pia");
    here.open("/settings/access").submit("/settings/access/sessions/end-others");
    assertThat(there.open("/home").path()).isEqualTo("/auth/sign_in");
    assertThat(here.open("/home").path()).isEqualTo("/home");
    here.open("/settings/account");
    here.submit(
        "/settings/account/password", "current_password", "wrong", "password", "another password");
    assertThat(here.page().select("#p-current_password").text()).contains("not your current");
  }

  @Test
  void listsGoOnWhereTheyEnded() {
    Guest quin = town.member("quin");
    for (int i = 1; i <= 25; i++)
      quin.open("/compose").submit("/compose", "text", "number " + i + ".");
    quin.open("/@quin");
    assertThat(quin.text()).contains("number 25.", "number 6.").doesNotContain("number 5.");
    String more = quin.page().select("a.more").attr("href");
    quin.openPart(more);
    assertThat(quin.page().select("article.post")).hasSize(5);
    assertThat(quin.page().select("nav, a.more")).isEmpty();
    assertThat(quin.open(more).page().select("nav")).isNotEmpty();
  }

  @Test
  void pagesSayWhatIsWrongInTheirOwnLook() {
    Guest guest = town.guest().open("/nowhere/at/all");
    assertThat(guest.status()).isEqualTo(404);
    assertThat(guest.text()).contains("There is nothing here");
    assertThat(guest.open("/admin/sign-ups").path()).isEqualTo("/auth/sign_in");
    assertThat(town.member("rob").open("/admin/sign-ups").status()).isEqualTo(404);
  }
}
