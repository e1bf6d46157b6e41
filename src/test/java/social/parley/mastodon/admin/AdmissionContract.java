package social.parley.mastodon.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Scopes;
import social.parley.fediverse.Instance;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Which people and servers the staff lets in, on either database. */
abstract class AdmissionContract extends StaffRoom {
  @Test
  void serversAreAllowed() {
    String allows = "/api/v1/admin/domain_allows";
    JsonNode made = owner.post(allows, "domain", "Friends.Example");
    assertThat(made.path("domain").asString()).isEqualTo("friends.example");
    assertThat(made.path("created_at").asString()).endsWith("Z");
    String one = allows + "/" + made.path("id").asString();
    assertThat(owner.get(one)).isEqualTo(made);
    assertThat(owner.get(allows)).hasSize(1);
    assertThat(owner.post(allows, "domain", "friends.example"))
        .as("who is let in twice is the same")
        .isEqualTo(made);
    assertThat(owner.tries(allows, "domain", "")).isEqualTo(422);
    assertThat(owner.tries(allows, "domain", "no domain")).isEqualTo(422);
    assertThat(send("GET", allows, mod).status()).isEqualTo(403);
    assertThat(send("DELETE", one, owner).json()).isEqualTo(made);
    assertThat(send("GET", one, owner).status()).isEqualTo(404);
  }

  private Answer signUp(String name, String email) {
    String app =
        alpha
            .community()
            .tokens()
            .issue(
                alpha.community().applications().commandLine(),
                null,
                Scopes.parse("read write").orElseThrow())
            .secret();
    return alpha
        .client()
        .form(
            "/api/v1/accounts",
            app,
            "username",
            name,
            "email",
            email,
            "password",
            Instance.PASSWORD,
            "agreement",
            "true");
  }

  @Test
  void someMayNotSignUpAndSomeMustWait() {
    owner.post("/api/v1/admin/email_domain_blocks", "domain", "trash.example");
    owner.post(
        "/api/v1/admin/email_domain_blocks",
        "domain",
        "doubtful.example",
        "allow_with_approval",
        "true");
    owner.post("/api/v1/admin/canonical_email_blocks", "email", "Bad.Guy@mail.example");
    Answer trash = signUp("t1", "x@deep.trash.example");
    assertThat(trash.status()).isEqualTo(422);
    assertThat(trash.text("/details/email/0/error")).isEqualTo("ERR_BLOCKED");
    assertThat(signUp("t2", "badguy+again@mail.example").status()).isEqualTo(422);
    assertThat(signUp("doubt", "x@doubtful.example").status()).isEqualTo(200);
    JsonNode waiting = mod.get("/api/v2/admin/accounts?status=pending&username=doubt");
    assertThat(waiting).hasSize(1);
    assertThat(waiting.at("/0/ips/0/ip").asString()).startsWith("127.");
    String path = ACCOUNTS + "/" + waiting.at("/0/id").asString();
    assertThat(mod.post(path + "/approve").path("approved").asBoolean()).isTrue();
    assertThat(mod.tries(path + "/reject")).isEqualTo(403);
    JsonNode tried = owner.get("/api/v1/admin/email_domain_blocks").path(1);
    assertThat(tried.at("/history").size()).isEqualTo(7);
    assertThat(tried.at("/history/0/uses").asString()).isEqualTo("1");
  }

  @Test
  void addressesAreShutOutForAWhile() {
    String ranges = "/api/v1/admin/ip_blocks";
    JsonNode block =
        owner.post(ranges, "ip", "127.0.0.0/8", "severity", "sign_up_block", "expires_in", "60");
    assertThat(signUp("ip1", "ip1@example.org").status()).isEqualTo(403);
    String path = ranges + "/" + block.path("id").asString();
    Answer changed = send("PUT", path, owner, "severity", "sign_up_requires_approval");
    assertThat(changed.text("/severity")).isEqualTo("sign_up_requires_approval");
    assertThat(signUp("ip2", "ip2@example.org").status()).isEqualTo(200);
    assertThat(mod.get(ACCOUNTS + "?pending=true&username=ip2")).hasSize(1);
    assertThat(send("PUT", path, owner, "severity", "no_access").status()).isEqualTo(200);
    assertThat(send("GET", "/api/v2/instance", null).status()).isEqualTo(403);
    assertThat(send("GET", "/health", null).status()).isEqualTo(200);
    fediverse.clock().advance(Duration.ofSeconds(61));
    assertThat(send("GET", "/api/v2/instance", null).status()).isEqualTo(200);
  }
}
