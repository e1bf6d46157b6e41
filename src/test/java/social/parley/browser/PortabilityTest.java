package social.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** How a person takes along with a browser what is theirs. */
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
    assertThat(page.locator(".problem")).hasText("Your password is not right");
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
}
