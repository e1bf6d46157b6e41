package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import social.parley.fediverse.Await;

/** How a person takes along with a browser what is theirs, and brings it. */
class PortabilityTest extends Visit {
  @Test
  void listsAndTheArchiveAreKeptAsFiles() throws IOException {
    kai.follow("lin");
    page.navigate("/settings/profile");
    page.locator(".side-tabs a[href='/settings/export']").click();
    assertThat(page.locator(".side-tabs [aria-current=page]")).hasText("Data export");
    Locator row = page.locator("li:has(a[href$='/following_accounts.csv'])");
    assertThat(row).containsText("1 entry");
    Download list = page.waitForDownload(() -> row.locator("a").click());
    assertThat(list.suggestedFilename()).isEqualTo("following_accounts.csv");
    assertThat(Files.readString(list.path())).contains("lin@").contains(",true,false,");
    page.fill("[name=current_password]", "not the one");
    page.click("form[action$='/archive'] button");
    assertThat(page.locator(".problem")).hasText("Your password: not right");
    complaints.removeIf(text -> text.contains("422"));
    page.fill("[name=current_password]", Stage.PASSWORD);
    Download archive = page.waitForDownload(() -> page.click("form[action$='/archive'] button"));
    assertThat(archive.suggestedFilename()).startsWith("archive-").endsWith("-kai.zip");
    try (ZipFile zip = new ZipFile(archive.path().toFile())) {
      assertThat(zip.getEntry("actor.json")).isNotNull();
      assertThat(zip.getEntry("outbox.json")).isNotNull();
    }
    assertThat(page).hasURL(stage.url() + "/settings/export/archive");
  }

  @Test
  void aListIsBroughtAndWorkedThrough() {
    page.navigate("/settings/export");
    page.locator(".side-tabs a[href='/settings/import']").click();
    page.selectOption("[name=kind]", "mutes");
    byte[] list = "Account address,Hide notifications\nlin,true\nnobody,true\n".getBytes(UTF_8);
    page.locator("[name=data]")
        .setInputFiles(new FilePayload("muted_accounts.csv", "text/csv", list));
    page.click("form[action='/settings/import'] button");
    Locator brought = page.locator("[data-import]").first();
    assertThat(brought).containsText("muted_accounts.csv");
    assertThat(brought.locator(".tag")).hasText("Not begun yet");
    brought.locator("button").first().click();
    Await.until(
        "the list is worked through",
        () -> {
          page.reload();
          return brought.locator(".tag").textContent().equals("Finished");
        });
    assertThat(brought).containsText("1 row done");
    brought.locator("summary").click();
    assertThat(brought.locator("details li")).containsText("There is no such account");
    page.navigate("/settings/people");
    assertThat(page.locator("main")).containsText("lin");
  }
}
