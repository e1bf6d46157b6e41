package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Role;

/** Moving between two accounts of one server, by the pages. */
class MovingPageTest {
  private static final String PAGE = "/settings/moving";

  @TempDir static Path data;
  private static Town town;

  @BeforeAll
  static void start() {
    town = Town.start(data);
    for (String name : new String[] {"ada", "adanew"}) town.person(name, Role.USER);
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static Guest move(String password) {
    return town.loggedIn("ada")
        .open(PAGE)
        .submit(PAGE + "/move", "target_account", "adanew", "current_password", password);
  }

  @Test
  void theNewAccountNamesTheOldOneFirst() {
    assertThat(move("a wrong password").status()).isEqualTo(422);
    Guest refused = move(Town.PASSWORD);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("does not name this account as an alias");
    Guest fresh = town.loggedIn("adanew").open(PAGE).submit(PAGE + "/aliases", "alias", "nobody");
    assertThat(fresh.status()).isEqualTo(422);
    fresh.open(PAGE).submit(PAGE + "/aliases", "alias", "ada");
    assertThat(fresh.path()).isEqualTo(PAGE);
    assertThat(fresh.text()).contains("ada@");
    assertThat(move(Town.PASSWORD).text()).contains("This account has moved to @adanew@");
    fresh.submit(PAGE + "/aliases/drop");
    assertThat(fresh.page().select("input[name=alias][type=hidden]")).isEmpty();
  }
}
