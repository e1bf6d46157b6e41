package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's toot, from logging in to deleting the last post. */
final class TootTest {
  private static final Pattern POSTED = Pattern.compile("Toot posted: (\\S+/(\\d+))");

  private static LiveServer server;
  private static int people;

  @TempDir Path folder;
  private App toot;
  private String ada;
  private String bob;
  private Api bobsApp;

  @BeforeAll
  static void start(@TempDir Path data) {
    new App("toot").requireExit("toot", "--help");
    server = LiveServer.start(data);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  @BeforeEach
  void logIn() {
    toot =
        new App("toot")
            .with("HOME", folder.toString())
            .with("XDG_CONFIG_HOME", folder.resolve("config").toString());
    people++;
    ada = "ada" + people;
    bob = "bob" + people;
    bobsApp = server.appOf(bob);
    server.person(ada);
    try (Conversation login =
        toot.start("login", "--disable-https", "--instance", server.authority())) {
      String address = login.hear("/oauth/authorize").strip();
      login.say("n");
      login.say(LiveServer.agree(address, ada));
      assertThat(login.end()).contains("Successfully logged in");
    }
  }

  private String post(String... words) {
    Matcher posted = POSTED.matcher(toot.run(words));
    assertThat(posted.find()).isTrue();
    return posted.group(2);
  }

  @Test
  void knowsWhoWeAre() {
    assertThat(toot.run("whoami")).contains("@" + ada, "Followers: 0", server.url() + "/@" + ada);
    assertThat(toot.run("auth")).contains(ada + "@" + server.authority() + " ACTIVE");
    assertThat(toot.run("instance", "--disable-https")).contains("Parley", "running Mastodon");
    assertThat(toot.run("whois", bob)).contains("@" + bob, server.url() + "/@" + bob);
  }

  @Test
  void refusesPasswords() {
    try (Conversation login =
        toot.start("login_cli", "--disable-https", "-i", server.authority(), "-e", ada)) {
      login.say(LiveServer.PASSWORD);
      login.rest();
      assertThat(login.exit()).isNotZero();
      assertThat(login.errors()).contains("Login failed");
    }
  }

  @Test
  void postsAndReads() throws IOException {
    String first = post("post", "Good morning, #garden");
    String reply = post("post", "--reply-to", first, "Still here");
    assertThat(toot.run("thread", first))
        .containsSubsequence("Good morning, #garden", "Still here");
    assertThat(toot.run("timeline", "--once")).contains("ID " + reply, "In reply to " + first);
    assertThat(toot.run("timeline", "--once", "--public", "--local")).contains("Good morning");
    assertThat(toot.run("timeline", "--once", "--tag", "garden")).contains("ID " + first);
    assertThat(toot.run("search", "#garden")).contains("#garden");
    String picture = Pictures.png(folder.resolve("leaf.png")).toString();
    assertThat(toot.run("upload", picture, "--description", "A leaf"))
        .contains("type 'image'", "URL: " + server.url());
    String warned =
        post("post", "Look", "-m", picture, "-d", "A leaf", "-s", "-p", "Leaves", "-v", "unlisted");
    var stored = bobsApp.get("/api/v1/statuses/" + warned);
    assertThat(stored.at("/spoiler_text").asString()).isEqualTo("Leaves");
    assertThat(stored.at("/visibility").asString()).isEqualTo("unlisted");
    assertThat(stored.at("/media_attachments/0/description").asString()).isEqualTo("A leaf");
    assertThat(toot.run("thread", warned)).contains("Media:", server.url());
    assertThat(toot.run("delete", first)).contains("Status deleted");
    assertThat(toot.failing("thread", first)).contains("Record not found");
    assertThat(toot.run("timeline", "--once")).doesNotContain("Good morning");
  }

  @Test
  void readsPageAfterPage() {
    for (int i = 1; i <= 5; i++) post("post", "Number " + i);
    assertThat(toot.run("timeline", "--once", "--count", "2"))
        .containsSubsequence("Number 5", "Number 4")
        .doesNotContain("Number 3");
  }

  @Test
  void reactsToPosts() {
    String id = bobsApp.post("/api/v1/statuses", "status", "Hello @" + ada).at("/id").asString();
    assertThat(toot.run("notifications", "--mentions"))
        .contains("@" + bob + " mentioned you", "Hello");
    for (String action : new String[] {"favourite", "bookmark", "reblog"})
      assertThat(toot.run(action, id)).contains("Status " + action);
    assertThat(toot.run("bookmarks", "--once")).contains("ID " + id);
    assertThat(toot.run("reblogged_by", id)).contains("@" + ada);
    assertThat(toot.run("timeline", "--once")).contains("Reblogged @" + bob);
    var post = bobsApp.get("/api/v1/statuses/" + id);
    assertThat(post.at("/favourites_count").asInt()).isEqualTo(1);
    assertThat(post.at("/reblogs_count").asInt()).isEqualTo(1);
    for (String action : new String[] {"unfavourite", "unbookmark", "unreblog"})
      assertThat(toot.run(action, id)).contains("Status " + action);
    assertThat(bobsApp.get("/api/v1/statuses/" + id).at("/reblogs_count").asInt()).isZero();
    String mine = post("post", "To be pinned");
    assertThat(toot.run("pin", mine)).contains("Status pinned");
    assertThat(toot.run("unpin", mine)).contains("Status unpinned");
    assertThat(toot.run("notifications", "--clear")).contains("Cleared notifications");
    assertThat(toot.run("notifications")).contains("No notification");
  }

  @Test
  void followsAndHides() {
    assertThat(toot.run("search", bob, "--resolve")).contains("@" + bob);
    assertThat(toot.run("follow", bob)).contains("You are now following " + bob);
    assertThat(toot.run("following", ada)).contains("@" + bob);
    assertThat(toot.run("followers", "@" + bob + "@" + server.authority())).contains("@" + ada);
    bobsApp.post("/api/v1/statuses", "status", "For those who follow", "visibility", "private");
    assertThat(toot.run("timeline", "--once")).contains("For those who follow");
    assertThat(toot.run("mute", bob)).contains("You have muted " + bob);
    assertThat(toot.run("timeline", "--once")).doesNotContain("For those who follow");
    assertThat(toot.run("unmute", bob)).contains("no longer muted");
    assertThat(toot.run("unfollow", bob)).contains("no longer following");
    assertThat(toot.run("block", bob)).contains("now blocking " + bob);
    assertThat(toot.run("unblock", bob)).contains("no longer blocked");
    assertThat(toot.failing("follow", "nobody")).contains("Account not found");
  }
}
