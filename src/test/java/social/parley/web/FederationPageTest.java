package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Role;

/** What admins see of other servers and decide about them. */
class FederationPageTest {
  private static final String PAGE = "/admin/federation";

  @TempDir static Path data;
  private static Town town;

  @BeforeAll
  static void start() {
    town = Town.start(data);
    town.person("olga", Role.ADMIN);
    town.person("mona", Role.MODERATOR);
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  @Test
  void onlyAdminsAreShownIt() {
    assertThat(town.loggedIn("mona").open(PAGE).status()).isEqualTo(404);
    assertThat(town.loggedIn("mona").open("/admin/invites").text()).doesNotContain("Other servers");
    Guest olga = town.loggedIn("olga").open("/admin/invites");
    assertThat(olga.text()).contains("Other servers");
    assertThat(olga.open(PAGE).text()).contains("Nothing is waiting, and no server is failing.");
  }

  @Test
  void aServerIsStoppedAndTriedAgain() {
    town.community().backlog().stop("dead.example");
    Guest olga = town.loggedIn("olga").open(PAGE);
    assertThat(olga.text()).contains("dead.example", "stopped by the staff");
    olga.submit(PAGE + "/retry");
    assertThat(olga.path()).isEqualTo(PAGE);
    assertThat(olga.text()).doesNotContain("dead.example");
  }

  @Test
  void aRelayMustBeReached() {
    Guest olga = town.loggedIn("olga").open(PAGE);
    olga.submit(PAGE + "/relays", "address", "http://relay.invalid/inbox");
    assertThat(olga.status()).isEqualTo(503);
    assertThat(town.community().relays().all()).isEmpty();
  }
}
