package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Account;
import social.parley.accounts.Role;
import social.parley.accounts.SignUp;
import tools.jackson.databind.JsonNode;

/** Somebody whose account waits for a moderator's yes. */
abstract class WaitingContract {
  private Fediverse fediverse;
  private Instance alpha;
  private Person ada;
  private Person staff;
  private Account mira;
  private String iri;

  abstract Fediverse open(String... hosts);

  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    alpha = fediverse.at("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    staff = alpha.staff("staff", Role.ADMIN);
    mira =
        alpha
            .community()
            .accounts()
            .signUp(
                new SignUp(
                    "mira",
                    "mira@example.org",
                    "long enough 123",
                    true,
                    "to talk",
                    "",
                    "en",
                    null,
                    null));
    iri = alpha.settings().url() + "/users/mira";
    fediverse.settle();
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  private List<Integer> statuses() {
    String finger = "/.well-known/webfinger?resource=acct:mira@" + alpha.settings().handleDomain();
    return List.of(
        alpha.client().get(finger, null).status(),
        alpha.document(iri).status(),
        alpha.document(iri + "/outbox").status(),
        alpha.client().get("/@mira", null).status(),
        alpha.client().get("/api/v1/accounts/lookup?acct=mira", null).status(),
        alpha.client().get("/api/v1/accounts/" + mira.actor(), ada.token()).status());
  }

  private int found(Person by, String query) {
    JsonNode found = by.get("/api/v2/search?type=accounts&resolve=true&q=" + query);
    return found.path("accounts").size();
  }

  private List<String> directory() {
    return ada.get("/api/v1/directory?local=true&limit=80")
        .valueStream()
        .map(one -> one.path("acct").asString())
        .toList();
  }

  @Test
  void nobodyKnowsOfThemUntilTheStaffSaysYes() {
    assertThat(mira.approved()).isFalse();
    Person ben = fediverse.person("ben", "beta.test");
    assertThat(statuses()).containsOnly(404);
    assertThat(found(ada, "mira")).isZero();
    assertThat(found(ben, "mira@" + alpha.settings().handleDomain())).isZero();
    assertThat(found(ben, iri)).isZero();
    assertThat(directory()).doesNotContain("mira");
    assertThat(ada.tries("/api/v1/accounts/" + mira.actor() + "/follow")).isEqualTo(404);
    assertThat(ada.get("/api/v1/accounts?id%5B%5D=" + mira.actor())).isEmpty();
    JsonNode waiting = staff.get("/api/v1/admin/accounts?pending=true&local=true");
    assertThat(waiting.at("/0/username").asString()).isEqualTo("mira");
    assertThat(waiting.at("/0/account/acct").asString()).isEqualTo("mira");
    staff.post("/api/v1/admin/accounts/" + mira.actor() + "/approve");
    fediverse.settle();
    assertThat(statuses()).containsOnly(200);
    assertThat(found(ada, "mira")).isEqualTo(1);
    assertThat(found(ben, "mira@" + alpha.settings().handleDomain())).isEqualTo(1);
    ada.post("/api/v1/accounts/" + mira.actor() + "/follow");
  }

  @Test
  void whatTheStaffDecidesMeanwhileLetsNobodyInAndCountsAfterwards() {
    String path = "/api/v1/admin/accounts/" + mira.actor();
    staff.post(path + "/action", "type", "suspend");
    staff.post(path + "/unsuspend");
    staff.post(path + "/action", "type", "silence");
    fediverse.settle();
    assertThat(statuses()).containsOnly(404);
    staff.post(path + "/approve");
    assertThat(ada.get("/api/v1/accounts/" + mira.actor()).path("limited").asBoolean()).isTrue();
    staff.post(path + "/unsilence");
    assertThat(ada.get("/api/v1/accounts/" + mira.actor()).has("limited")).isFalse();
  }
}
