package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.fediverse.Pictures;

/** Writing that takes its time: drafts, several posts in a row, and pictures with care. */
class DraftsPageTest {
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

  @Test
  void aDraftIsKeptGoneOnWithAndPublished() {
    Guest ada = town.member("ada");
    ada.open("/compose")
        .submit("/drafts", "text", "A long story begins", "reach", "quiet", "markdown", "true");
    assertThat(ada.path()).isEqualTo("/drafts");
    assertThat(ada.text()).contains("A long story begins");
    String draft = ada.page().select("article a.button-main").attr("href");
    assertThat(town.member("eve").open(draft).status()).isEqualTo(404);
    ada.open(draft);
    assertThat(ada.page().select("textarea[name=text]").val()).isEqualTo("A long story begins");
    assertThat(ada.page().select("[name=reach] [selected]").val()).isEqualTo("quiet");
    assertThat(ada.page().select("[name=markdown]").hasAttr("checked")).isTrue();
    ada.submit("/drafts", "text", "A long story goes on");
    assertThat(ada.page().select("article")).hasSize(1);
    ada.open(draft).submit("/compose");
    assertThat(ada.page().select(".post-main .prose").text()).isEqualTo("A long story goes on");
    assertThat(ada.open("/drafts").text()).contains("No drafts");
  }

  @Test
  void pollAndTimeAreKeptToo() {
    Guest al = town.member("al");
    al.open("/compose")
        .submit(
            "/drafts",
            "text",
            "",
            "with_poll",
            "true",
            "poll[options][]",
            "Soup",
            "poll[expires_in]",
            "3600",
            "at",
            "2030-01-01T10:00");
    al.open(al.page().select("article a.button-main").attr("href"));
    assertThat(al.page().select("[name='poll[options][]']").first().val()).isEqualTo("Soup");
    assertThat(al.page().select("[name=with_poll]").hasAttr("checked")).isTrue();
    assertThat(al.page().select("[name='poll[expires_in]'] [selected]").val()).isEqualTo("3600");
    assertThat(al.page().select("[name=at]").val()).isEqualTo("2030-01-01T10:00");
  }

  @Test
  void aDraftIsThrownAway() {
    Guest bo = town.member("bo");
    bo.open("/compose").submit("/drafts", "text", "Never mind");
    bo.submit(bo.page().select("article form").attr("action"));
    assertThat(bo.text()).contains("Deleted.", "No drafts");
    bo.open("/compose").submit("/drafts", "text", " ");
    assertThat(bo.text()).contains("No drafts");
  }

  @Test
  void severalPostsAreOneThread() {
    Guest cy = town.member("cy");
    cy.open("/compose").submit("/compose/more", "text", "One");
    assertThat(cy.page().select("textarea[name=text]").val()).isEqualTo("One");
    cy.submit("/compose/more", "more[]", "Two");
    assertThat(cy.page().select("textarea[name^=more]")).hasSize(2);
    assertThat(cy.page().select("textarea[name^=more]").first().val()).isEqualTo("Two");
    cy.submit("/compose", "more[]", "Two", "more[]", "Three");
    String first = cy.path();
    assertThat(cy.page().select(".post-main .prose").text()).isEqualTo("One");
    assertThat(cy.text()).contains("Two", "Three");
    String second =
        cy.page().select(".branches .post:contains(Two) .post-when a").first().attr("href");
    assertThat(cy.open(second).text()).contains("One", "Two", "Three");
    assertThat(cy.page().select(".post-main").text()).contains("Two");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void whatFailsStaysInTheForm() {
    Guest di = town.member("di");
    di.open("/compose").submit("/compose/more", "text", "Short one");
    di.submit("/compose", "more[]", "x".repeat(100_000));
    assertThat(di.status()).isEqualTo(422);
    assertThat(di.page().select(".problem").text()).startsWith("What is above has been published");
    assertThat(di.page().select(".quoted .prose").text()).isEqualTo("Short one");
    assertThat(di.page().select("textarea[name=text]").val()).startsWith("xxx");
    di.submit("/compose", "text", "Short two");
    assertThat(di.page().select(".post-main .prose").text()).isEqualTo("Short two");
    assertThat(di.text()).contains("Short one");
    assertThat(di.open("/@di").page().select(".post:contains(Short one)")).hasSize(1);
  }

  @Test
  void whatIsLeftOfAThreadIsADraft() {
    Guest flo = town.member("flo");
    flo.open("/compose").submit("/compose/more", "text", "First of three");
    flo.submit("/compose/more", "more[]", "Second");
    String[] rest = {"more[]", "y".repeat(6000), "more[]", "Third of three"};
    flo.submit("/compose", rest);
    assertThat(flo.status()).isEqualTo(422);
    String kept = flo.page().select("[name=draft]").val();
    flo.open("/drafts");
    assertThat(flo.page().select("article")).hasSize(1);
    assertThat(flo.text()).contains("a reply", "2 posts").doesNotContain("First of three");
    flo.open(flo.page().select("article a.button-main").attr("href"));
    assertThat(flo.page().select("[name=draft]").val()).isEqualTo(kept);
    assertThat(flo.page().select(".quoted .prose").text()).isEqualTo("First of three");
    assertThat(flo.page().select("textarea[name^=more]").val()).isEqualTo("Third of three");
    flo.submit("/compose", "text", "Second of three");
    assertThat(flo.text()).contains("First of three", "Second of three", "Third of three");
    assertThat(flo.open("/drafts").text()).contains("No drafts");
  }

  @Test
  void aRefusedPictureTakesNoTextWithIt() {
    Guest gil = town.member("gil");
    for (String action : new String[] {"/compose/more", "/drafts"}) {
      gil.open("/compose").attach("files[]", new byte[] {1, 2, 3}).submit(action, "text", "Words");
      assertThat(gil.status()).isEqualTo(422);
      assertThat(gil.page().select(".problem").text()).isNotEmpty();
      assertThat(gil.page().select("textarea[name=text]").val()).isEqualTo("Words");
    }
  }

  @Test
  void aPictureThatHasExpiredDoesNotKeepTheTextFromBeingSaved() {
    Guest hal = town.member("hal");
    String[] form = {"text", "Written for days", "media[]", "4711", "description[4711]", "A cat"};
    hal.open("/compose").submit("/drafts", form);
    assertThat(hal.text()).contains("Written for days");
    hal.open("/compose").submit("/compose", form);
    assertThat(hal.status()).isEqualTo(422);
    assertThat(hal.page().select(".problem").text()).startsWith("Media not found");
    assertThat(hal.page().select("textarea[name=text]").val()).isEqualTo("Written for days");
    assertThat(hal.page().select("[name=media[]]")).isEmpty();
  }

  @Test
  void whatWasSaidOfAPictureStaysInTheForm() {
    Guest ida = town.member("ida");
    ida.open("/compose")
        .attach("files[]", Pictures.png(64, 32))
        .submit("/compose/more", "text", "Look");
    String id = ida.page().select("[name=media[]]").val();
    String[] form = {"text", "y".repeat(6000), "description[" + id + "]", "A heron"};
    ida.submit("/compose", form);
    assertThat(ida.status()).isEqualTo(422);
    assertThat(ida.page().select(".attachment textarea").val()).isEqualTo("A heron");
    ida.submit("/compose", "text", "Look");
    String post = ida.path().substring(ida.path().lastIndexOf('/') + 1);
    ida.open("/posts/" + post + "/edit");
    form[3] = "A grey heron";
    ida.submit("/posts/" + post + "/edit", form);
    assertThat(ida.status()).isEqualTo(422);
    assertThat(ida.page().select(".attachment textarea").val()).isEqualTo("A grey heron");
  }

  @Test
  void aPictureKeepsItsPointInSight() {
    Guest ed = town.member("ed");
    ed.open("/compose")
        .attach("files[]", Pictures.png(64, 32))
        .submit("/compose/more", "text", "Look up");
    String id = ed.page().select("[name=media[]]").val();
    ed.submit(
        "/compose",
        "focus[" + id + "][x]",
        "-0.8",
        "focus[" + id + "][y]",
        "0.9",
        "description[" + id + "]",
        "A kite");
    assertThat(ed.page().select(".post-main img.focus-top-left").attr("alt")).isEqualTo("A kite");
  }
}
