package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Application;
import social.parley.accounts.NewApplication;
import social.parley.accounts.Role;

/** Who comes in and how: claims, approvals, invitations, and apps. */
class DoorsTest {
  private static final String BACK = "https://app.example/back";

  @TempDir static Path data;
  private static Town town;

  @BeforeAll
  static void start() {
    town = Town.start(data, "PARLEY_REGISTRATION", "approval");
    URI claim = URI.create(town.server().claimLink().orElseThrow());
    Guest owner = town.guest().open(claim.getPath() + "?" + claim.getQuery());
    owner.submit("/claim", "username", "olga", "email", "o@example.org", "password", Town.PASSWORD);
    assertThat(owner.path()).isEqualTo("/settings/profile");
    assertThat(owner.open(claim.getPath() + "?" + claim.getQuery()).status()).isEqualTo(404);
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static Guest asking(String name, String path) {
    Guest guest = town.guest().open(path);
    guest.submit(
        "/auth/sign_up",
        "username",
        name,
        "email",
        name + "@example.org",
        "password",
        Town.PASSWORD,
        "reason",
        "I like it here.");
    return guest;
  }

  @Test
  void moderatorsLetPeopleIn() {
    assertThat(asking("yes", "/auth/sign_up").text()).contains("A moderator will read");
    asking("no", "/auth/sign_up");
    assertThat(town.loggedIn("yes").text()).contains("A moderator will read");
    Guest olga = town.loggedIn("olga").open("/admin/sign-ups");
    assertThat(olga.text()).contains("I like it here.", "yes@example.org");
    olga.submit(action(olga, "yes", "approve"));
    olga.submit(action(olga, "no", "reject"));
    assertThat(olga.text()).contains("Nobody is waiting");
    assertThat(town.loggedIn("yes").path()).isEqualTo("/home");
    assertThat(town.loggedIn("no").status()).isEqualTo(422);
  }

  private static String action(Guest olga, String name, String what) {
    var request = olga.page().select(".request:has([href=/@" + name + "])");
    return what.equals("approve")
        ? request.select("form").attr("action")
        : request.select("[formaction]").attr("formaction");
  }

  @Test
  void invitationsOpenTheDoorAtOnceAndOnce() {
    Guest olga =
        town.loggedIn("olga").open("/admin/invites").submit("/admin/invites", "max_uses", "1");
    String link = URI.create(olga.page().select(".things code").first().text()).getPath();
    assertThat(town.guest().open(link).text()).contains("You are invited");
    assertThat(asking("ilse", link).path()).isEqualTo("/home");
    assertThat(town.guest().open(link).text()).contains("not valid, or no longer valid");
  }

  private static Application app(String back) {
    return town.community()
        .applications()
        .register(new NewApplication("Pocket", List.of(back), "read write", null))
        .application();
  }

  private static String wish(Application app, String back) {
    return "/oauth/authorize?response_type=code&state=a%20b&scope=read+write%3Astatuses&client_id="
        + app.clientId()
        + "&redirect_uri="
        + Guest.encoded(back);
  }

  @Test
  void appsAreLetInOrTurnedAway() {
    Application app = app(BACK);
    Guest guest = town.guest().open(wish(app, BACK));
    assertThat(guest.path()).isEqualTo("/auth/sign_in");
    town.person("vera", Role.USER);
    guest.submit("/auth/sign_in", "login", "vera", "password", Town.PASSWORD);
    assertThat(guest.path()).isEqualTo("/oauth/authorize");
    assertThat(guest.text()).contains("Give Pocket access?", "vera", "app.example");
    assertThat(guest.header("Content-Security-Policy"))
        .contains("form-action 'self' https://app.example");
    guest.submit("/oauth/authorize", "decision", "deny");
    assertThat(guest.location()).isEqualTo(BACK + "?error=access_denied&state=a%20b");
    guest.open(wish(app, BACK)).submit("/oauth/authorize", "decision", "allow");
    assertThat(guest.location()).startsWith(BACK + "?code=").endsWith("&state=a%20b");
    guest.open(wish(app, BACK) + "&force_login=true");
    assertThat(guest.path()).isEqualTo("/auth/sign_in");
    assertThat(guest.page().select("[name=next]").attr("value")).doesNotContain("force_login");
  }

  @Test
  void appsMayHaveAddressesOfTheirOwn() {
    Application app = app("icecubesapp://");
    Guest guest = town.member("yara").open(wish(app, "icecubesapp://"));
    assertThat(guest.text()).contains("icecubesapp:");
    guest.submit("/oauth/authorize", "decision", "allow");
    assertThat(guest.location()).startsWith("icecubesapp://?code=");
  }

  @Test
  void aWrongWishLeadsNoStrangerAway() {
    String wrong = wish(app(BACK), BACK).replace("response_type=code", "response_type=token");
    Guest stranger = town.guest().open(wrong);
    assertThat(stranger.status()).isEqualTo(400);
    assertThat(stranger.location()).isEmpty();
    assertThat(town.member("zoe").open(wrong).location())
        .isEqualTo(BACK + "?error=unsupported_response_type&state=a%20b");
  }

  @Test
  void aCodeIsShownWhereNobodyCanBeSent() {
    Application app = app(Application.OUT_OF_BAND);
    Guest guest = town.member("wim").open(wish(app, Application.OUT_OF_BAND));
    guest.submit("/oauth/authorize", "decision", "allow");
    assertThat(guest.page().select("#code").attr("value")).hasSizeGreaterThan(20);
  }

  @Test
  void unknownAppsAndAddressesLeadNowhere() {
    Guest guest = town.member("xenia");
    Application app = app(BACK);
    assertThat(guest.open(wish(app, "https://evil.example/")).status()).isEqualTo(400);
    assertThat(guest.location()).isEmpty();
    assertThat(guest.open("/oauth/authorize?client_id=nobody").status()).isEqualTo(400);
    assertThat(
            guest
                .forge("/oauth/authorize", Map.of("client_id", app.clientId(), "decision", "allow"))
                .status())
        .isEqualTo(403);
  }
}
