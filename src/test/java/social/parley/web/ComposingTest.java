package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the form for writing can do beside writing, without scripts and for them. */
class ComposingTest {
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

  private static String last(Guest guest) {
    return guest.path().substring(guest.path().lastIndexOf('/') + 1);
  }

  private static String write(Guest guest, String text, String... more) {
    String[] fields = new String[2 + more.length];
    fields[0] = "text";
    fields[1] = text;
    System.arraycopy(more, 0, fields, 2, more.length);
    guest.open("/compose").submit("/compose", fields);
    return last(guest);
  }

  @Test
  void quotesAPost() {
    Guest ada = town.member("ada");
    Guest bo = town.member("bo");
    String quoted = write(ada, "a wise word");
    bo.open("/compose?quote=" + quoted);
    assertThat(bo.page().select(".composer-quote .prose").text()).isEqualTo("a wise word");
    bo.submit("/compose", "text", "so true");
    assertThat(bo.page().select(".post-main .quote .prose").text()).isEqualTo("a wise word");
    assertThat(bo.page().title()).contains("so true").doesNotContain("RE:");
    String closed = write(ada, "not to be quoted", "quotes", "nobody");
    bo.open("/compose?quote=" + closed).submit("/compose", "text", "but I want to");
    assertThat(bo.status()).isEqualTo(422);
    assertThat(bo.page().select(".composer .problem").text()).isNotEmpty();
    assertThat(bo.page().select("textarea[name=text]").val()).isEqualTo("but I want to");
    ada.open("/posts/" + closed + "/edit");
    assertThat(ada.page().select("[name=quotes] [selected]").attr("value")).isEqualTo("nobody");
    ada.submit("/posts/" + closed + "/edit", "quotes", "everybody");
    bo.open("/compose?quote=" + closed).submit("/compose", "text", "now I may");
    assertThat(bo.page().select(".post-main .quote .prose").text()).isEqualTo("not to be quoted");
  }

  @Test
  void saysWhoMayAnswer() {
    Guest cleo = town.member("cleo");
    write(cleo, "friends only, please", "answers", "followers");
    String path = cleo.path();
    Guest dora = town.member("dora");
    assertThat(dora.open(path).page().select(".post-facts").text())
        .contains("Followers and people mentioned can reply");
    assertThat(dora.page().select("a[data-key=reply]")).isEmpty();
  }

  @Test
  void writesForLaterAndChangesItsMind() {
    Guest eve = town.member("eve");
    LocalDateTime tomorrow =
        LocalDateTime.ofInstant(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES);
    write(eve, "good morning", "at", tomorrow.toString(), "offset", "-60");
    assertThat(eve.path()).isEqualTo("/settings/scheduled");
    assertThat(eve.text()).contains("good morning");
    assertThat(eve.page().select(".waiting time").attr("datetime"))
        .isEqualTo(tomorrow.minusHours(1) + ":00Z");
    assertThat(eve.open("/@eve").text()).doesNotContain("good morning");
    eve.open("/settings/scheduled");
    String move = eve.page().select(".waiting form").attr("action");
    eve.submit(move, "at", "2001-01-01T00:00");
    assertThat(eve.status()).isEqualTo(422);
    assertThat(eve.page().select(".problem").text()).contains("five minutes");
    eve.submit(move, "at", tomorrow.plusDays(1).toString());
    assertThat(eve.page().select(".waiting time").attr("datetime"))
        .isEqualTo(tomorrow.plusDays(1) + ":00Z");
    assertThat(town.member("spy").open("/settings/scheduled").text())
        .contains("Nothing is waiting");
    eve.submit(move.replace("/move", "/cancel"));
    assertThat(eve.text()).contains("Nothing is waiting");
    write(eve, "never", "at", "soon");
    assertThat(eve.status()).isEqualTo(422);
  }

  @Test
  void deletesAndWritesAnew() {
    Guest finn = town.member("finn");
    String old = write(finn, "teh text", "with_warning", "true", "warning", "typo");
    String ask = "/posts/" + old + "/delete?redraft=true";
    finn.open(ask).submit("/posts/" + old + "/redraft");
    // Whoever closes the page now has not lost it.
    assertThat(finn.path()).matches("/drafts/\\d+");
    assertThat(finn.page().select("textarea[name=text]").val()).isEqualTo("teh text");
    assertThat(finn.page().select("[name=warning]").val()).isEqualTo("typo");
    finn.submit("/drafts");
    assertThat(finn.path()).isEqualTo("/drafts");
    finn.open(finn.page().select("article a.button-main").attr("href"));
    finn.submit("/compose", "text", "the text");
    assertThat(finn.page().select(".post-main .prose").text()).isEqualTo("the text");
    assertThat(finn.open("/@finn/" + old).status()).isIn(404, 410);
    assertThat(town.member("gus").open(ask).status()).isIn(404, 410);
  }

  @Test
  void helpsWhileOneWrites() {
    Guest hana = town.member("hana");
    write(hana, "about #hyacinths");
    hana.open("/home");
    String csrf = hana.page().select("[name=csrf]").attr("value");
    hana.openPart("/compose/complete?q=@han");
    assertThat(hana.page().select("[data-value=@hana]")).hasSize(1);
    assertThat(hana.openPart("/compose/complete?q=%23hyac").page().select(".offer").text())
        .isEqualTo("#hyacinths");
    assertThat(hana.openPart("/compose/complete?q=:pumpk").page().text()).isEmpty();
    assertThat(hana.openPart("/compose/complete?q=:jack").page().select(".offer").text())
        .contains("🎃");
    hana.forge(
        "/compose/count",
        Map.of(
            "csrf",
            csrf,
            "text",
            "see https://example.org/a/very/long/address/indeed @x@y.example"));
    assertThat(hana.page().text()).isEqualTo("30");
    hana.forge(
        "/compose/preview",
        Map.of("csrf", csrf, "text", "**bold** <script>x</script>", "markdown", "true"));
    assertThat(hana.page().select("strong").text()).isEqualTo("bold");
    assertThat(hana.page().select("script")).isEmpty();
    assertThat(town.guest().open("/compose/complete?q=@hana").path()).isEqualTo("/auth/sign_in");
  }
}
