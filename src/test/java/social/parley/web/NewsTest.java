package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Account;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.mastodon.ApiClient;

/** What people are told of others, and how they answer. */
class NewsTest {
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

  private static String post(Guest guest, String text) {
    return guest.open("/compose").submit("/compose", "text", text).path();
  }

  private static String id(String post) {
    return post.substring(post.lastIndexOf('/') + 1);
  }

  @Test
  void manyOfAKindAreOne() {
    Guest ada = town.member("ada");
    String post = post(ada, "Fresh bread today");
    for (String name : new String[] {"bo", "cy", "di", "ed"}) {
      Guest fan = town.member(name);
      fan.open(post).submit("/posts/" + id(post) + "/favourite");
      fan.open("/@ada").submit(fan.page().select("form[action$=/follow]").attr("action"));
    }
    ada.open("/notifications");
    assertThat(ada.page().select(".notification")).hasSize(2);
    assertThat(ada.page().select(".notification-favourite + .notification-body").text())
        .contains("ed, di and 2 others favourited your post", "Fresh bread today");
    assertThat(ada.page().select(".notification-follow + .notification-body").text())
        .contains("and 2 others follow you");
    assertThat(ada.page().select(".notification.unread")).hasSize(2);
    assertThat(ada.open("/notifications").page().select(".notification.unread")).isEmpty();
  }

  private static Account asking(String name, ApiClient client, String text) {
    Account account = town.person(name, Role.USER);
    String token =
        town.community()
            .tokens()
            .issue(
                town.community().applications().commandLine(),
                account.id(),
                Scopes.parse("read write").orElseThrow())
            .secret();
    var answer =
        client.form(
            "/api/v1/statuses",
            token,
            "status",
            text,
            "interaction_policy[can_reply][with_approval][]",
            "public",
            "interaction_policy[can_favourite][with_approval][]",
            "public");
    assertThat(answer.status()).isEqualTo(200);
    return account;
  }

  @Test
  void whatWaitsIsAgreedToOrTurnedDown() {
    try (ApiClient client = new ApiClient(town.url())) {
      asking("flo", client, "Ask me first");
    }
    Guest flo = town.loggedIn("flo");
    Guest guy = town.member("guy");
    String post = flo.open("/@flo").page().select(".post .post-when a").attr("href");
    guy.open("/compose?in_reply_to=" + id(post)).submit("/compose", "text", "May I say a word?");
    guy.open(post).submit("/posts/" + id(post) + "/favourite");
    assertThat(town.guest().open(post).text()).doesNotContain("May I say a word?");
    flo.open("/requests/posts");
    assertThat(flo.text())
        .contains(
            "wants to reply to your post", "May I say a word?", "wants to favourite your post");
    flo.open("/notifications");
    assertThat(flo.text()).contains("wants to reply to your post");
    flo.submit(flo.page().select(".notification-pending_reply + div form").attr("action"));
    assertThat(flo.path()).isEqualTo("/notifications");
    assertThat(town.guest().open(post).text()).contains("May I say a word?");
    flo.submit(
        flo.page()
            .select(".notification-pending_favourite + div [formaction$=/reject]")
            .attr("formaction"));
    assertThat(flo.open("/requests/posts").text()).contains("Nothing is waiting for you");
    assertThat(flo.open(post).page().select(".post-main .action-favourite").text())
        .doesNotContain("1");
  }

  @Test
  void followersAreLetInWhereTheyAskForIt() {
    Guest hal = town.member("hal");
    Guest ida = town.member("ida");
    hal.open("/settings/profile").submit("/settings/profile", "locked", "true");
    ida.open("/@hal").submit(ida.page().select("form[action$=/follow]").attr("action"));
    hal.open("/notifications");
    assertThat(hal.text()).contains("would like to follow you");
    hal.submit(hal.page().select("form[action$=/accept]").attr("action"));
    assertThat(hal.path()).isEqualTo("/notifications");
    assertThat(ida.open("/@hal/followers").text()).contains("ida");
    assertThat(hal.open("/requests").text()).contains("Nobody is waiting");
  }
}
