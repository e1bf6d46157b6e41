package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has missed, and why they see it at all. */
class CatchUpTest {
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

  private static String post(Guest guest, String text) {
    return guest.open("/compose").submit("/compose", "text", text).path();
  }

  private static String id(String post) {
    return post.substring(post.lastIndexOf('/') + 1);
  }

  private static void follow(Guest who, String whom) {
    who.open("/@" + whom).submit(who.page().select("form[action$=/follow]").attr("action"));
  }

  @Test
  void whatWasMissedIsShownByPersonAndOnce() {
    Guest ada = town.member("ada");
    Guest bo = town.member("bo");
    Guest cy = town.member("cy");
    Guest dan = town.member("dan");
    for (String whom : new String[] {"bo", "cy"}) follow(ada, whom);
    post(bo, "An old story");
    ada.open("/home");
    String loved = post(dan, "The lighthouse at dawn");
    for (Guest one : new Guest[] {bo, cy}) {
      one.open(loved).submit("/posts/" + id(loved) + "/boost");
      one.open(loved).submit("/posts/" + id(loved) + "/favourite");
    }
    post(cy, "Zebra crossing");
    post(bo, "Second story");
    post(bo, "A word about football");
    ada.open("/settings/filters/new")
        .submit(
            "/settings/filters/new",
            "title",
            "Sports",
            "action",
            "hide",
            "words[0][keyword]",
            "football");
    ada.open("/catch-up");
    assertThat(ada.text()).contains("3 posts since").doesNotContain("An old story", "football");
    assertThat(ada.page().select(".catch-up-group")).hasSize(3);
    assertThat(ada.page().select(".catch-up-post:contains(lighthouse)")).hasSize(1);
    assertThat(ada.page().select(".catch-up-post:contains(lighthouse)").text())
        .containsPattern("boosted by (bo|cy) and 1 more");
    assertThat(ada.page().select(".catch-up-who").eachText().getFirst()).startsWith("bo");
    ada.open(ada.page().select(".orders a:contains(Favourites)").attr("href"));
    assertThat(ada.page().select(".catch-up-who").eachText().getFirst()).startsWith("dan");
    ada.open(ada.page().select(".orders a:contains(Person)").attr("href"));
    assertThat(ada.page().select(".catch-up-who .person-name").eachText())
        .containsExactly("bo", "cy", "dan");
    ada.open(ada.page().select(".tabs a:contains(A day)").attr("href"));
    assertThat(ada.text()).contains("An old story");
    ada.open("/catch-up?since=" + id(loved));
    assertThat(ada.text()).doesNotContain("An old story");
    ada.open(ada.page().select(".tabs a:contains(A day)").attr("href"));
    assertThat(ada.text()).contains("An old story");
    ada.open(ada.page().select(".tabs a:contains(last time)").attr("href"));
    assertThat(ada.text()).contains("Zebra crossing").doesNotContain("An old story");
    ada.open("/home");
    assertThat(ada.open("/catch-up").text()).contains("You have missed nothing");
  }

  @Test
  void everyPostSaysWhyItIsThere() {
    Guest eve = town.member("eve");
    Guest finn = town.member("finn");
    Guest gus = town.member("gus");
    follow(eve, "finn");
    String first = post(finn, "Plain words");
    String menu = eve.open("/home").page().select(".menu-items a[href*=/menu]").attr("href");
    assertThat(menu).isEqualTo("/posts/" + id(first) + "/menu");
    assertThat(eve.open(menu).page().select(".menu-page .why").text()).contains("You follow finn.");
    assertThat(eve.page().select(".menu-page [name=back]").val()).isEqualTo("/home");
    assertThat(eve.open("/local").openPart(menu).page().select(".why").text())
        .contains("You follow finn.");
    String why = "/posts/" + id(first) + "/why";
    assertThat(eve.open(first).page().select(".post-main .menu-why a").attr("href")).isEqualTo(why);
    assertThat(eve.open(why).text()).contains("You follow finn.", "Plain words");
    assertThat(eve.openPart(why).page().select("main")).isEmpty();
    assertThat(eve.page().text()).contains("You follow finn.");
    String far = post(gus, "Hello @eve about #gardens");
    assertThat(eve.open("/posts/" + id(far) + "/why").text())
        .contains("It mentions you.")
        .doesNotContain("You follow");
    eve.open("/tags/gardens").submit("/tags/gardens/follow");
    assertThat(eve.open("/posts/" + id(far) + "/why").text()).contains("You follow #gardens.");
    String abroad = post(gus, "Letters from #日本");
    eve.open("/tags/%E6%97%A5%E6%9C%AC");
    eve.submit(eve.page().select("form[action^=/tags/]").attr("action"));
    assertThat(eve.open("/posts/" + id(abroad) + "/why").page().select(".why a").eachAttr("href"))
        .contains("/tags/%E6%97%A5%E6%9C%AC");
    String secret = post(gus, "A place without a name");
    finn.open(secret).submit("/posts/" + id(secret) + "/boost");
    eve.open("/home");
    String boost = eve.page().select(".post:contains(without a name) a[href*=/menu]").attr("href");
    assertThat(eve.open(boost).text()).contains("finn, whom you follow, boosted it.");
    assertThat(finn.open("/posts/" + id(first) + "/why").text()).contains("It is your own.");
    assertThat(gus.open("/posts/" + id(first) + "/why").text()).contains("found it yourself");
  }
}
