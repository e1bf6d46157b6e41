package social.parley.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Account;
import social.parley.accounts.Scopes;
import social.parley.mastodon.ApiClient.Answer;

/** How people sign up from an app, over HTTP. */
class SignUpApiTest {
  @TempDir Path folder;

  private static String appToken(SmallServer server) {
    return server
        .home
        .tokens
        .issue(
            server.home.program("read write").application(),
            null,
            Scopes.parse("read write").orElseThrow())
        .secret();
  }

  private static Answer signUp(SmallServer server, String token, String username) {
    return server.client.json(
        "/api/v1/accounts",
        token,
        """
        {"username":"%s","email":"%s@example.org","password":"long enough 123","agreement":true,
         "locale":"en","reason":"to talk","date_of_birth":"1980-01-01"}
        """
            .formatted(username, username));
  }

  @Test
  void aNewPersonGetsATokenAndTheNextOneAnotherName() {
    try (SmallServer server = new SmallServer(folder, Map.of("PARLEY_REGISTRATION", "open"))) {
      String token = appToken(server);
      Answer made = signUp(server, token, "mira");
      assertThat(made.status()).isEqualTo(200);
      assertThat(made.text("/scope")).isEqualTo("read write");
      String user = made.text("/access_token");
      assertThat(server.client.get("/api/v1/mine", user).status()).isEqualTo(200);
      assertThat(server.client.get("/api/v1/emails/check_confirmation", user).response().body())
          .isEqualTo("true");
      assertThat(server.client.form("/api/v1/emails/confirmations", user).status()).isEqualTo(403);

      Answer taken = signUp(server, token, "Mira");
      assertThat(taken.status()).isEqualTo(422);
      assertThat(taken.text("/details/username/0/error")).isEqualTo("ERR_TAKEN");
      assertThat(taken.text("/details/username/0/description")).isEqualTo("has already been taken");
      assertThat(taken.text("/error"))
          .isEqualTo(
              "Validation failed: Username has already been taken, Email has already been taken");
      assertThat(signUp(server, user, "tomas").status()).isEqualTo(403);
    }
  }

  @Test
  void whoeverWaitsIsToldSo() {
    try (SmallServer server = new SmallServer(folder, Map.of("PARLEY_REGISTRATION", "approval"))) {
      String user = signUp(server, appToken(server), "mira").text("/access_token");
      Answer mine = server.client.get("/api/v1/mine", user);
      assertThat(mine.status()).isEqualTo(403);
      assertThat(mine.text("/error")).isEqualTo("Your login is currently pending approval");
      assertThat(server.client.get("/api/v1/open", user).json().asString("")).isEqualTo("null");
      Account mira = server.home.accounts.byUsername("mira").orElseThrow();
      server.home.accounts.approve(mira.id());
      assertThat(server.client.get("/api/v1/mine", user).status()).isEqualTo(200);
    }
  }

  @Test
  void closedServersAndFrequentAskersAreRefused() {
    try (SmallServer server = new SmallServer(folder, Map.of("PARLEY_REGISTRATION", "closed"))) {
      String token = appToken(server);
      for (int i = 0; i < 5; i++)
        assertThat(signUp(server, token, "mira").text("/error"))
            .isEqualTo("Registrations are closed");
      Answer tooMany = signUp(server, token, "mira");
      assertThat(tooMany.status()).isEqualTo(429);
      assertThat(tooMany.text("/error")).isEqualTo("Too many requests");
      assertThat(tooMany.header("X-RateLimit-Remaining")).isEqualTo("0");
      assertThat(tooMany.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void anInvitationSaysWhatItIsGoodFor() {
    try (SmallServer server = new SmallServer(folder, Map.of("PARLEY_REGISTRATION", "invite"))) {
      assertThat(server.client.get("/invite/nosuchcode", null).status()).isEqualTo(401);
      String code = server.home.invites.create(null, 1, null).code();
      assertThat(server.client.get("/invite/" + code, null).text("/invite_code")).isEqualTo(code);
      Answer without = signUp(server, appToken(server), "mira");
      assertThat(without.text("/details/invite_code/0/error")).isEqualTo("ERR_BLANK");
    }
  }
}
