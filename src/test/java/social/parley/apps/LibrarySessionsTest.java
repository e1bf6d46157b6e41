package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The libraries that most bots and web apps stand on, each through a whole session. */
final class LibrarySessionsTest {
  @TempDir Path folder;
  private int people;

  /** Debian's Mastodon.py. */
  @Test
  void mastodonPy() throws IOException {
    App python =
        new App(App.PYTHON, App.SCRIPTS.resolve("mastodon_session.py").toString())
            .requireExit(App.PYTHON, "-c", "import mastodon");
    assertThat(session(python)).contains("profile changed", "arranged", "subscribed", "overheard");
  }

  /** The masto package of npm, whose log-in uses PKCE. */
  @Test
  void mastoJs() throws IOException {
    assertThat(session(App.node("masto_session.mjs", "masto")))
        .contains("quoted", "arranged", "collected", "discovered");
  }

  /** The megalodon package of npm, which some desktop apps are made with. */
  @Test
  void megalodon() throws IOException {
    App program = App.node("megalodon_session.mjs", "megalodon");
    try (LiveServer server = LiveServer.start(folder.resolve("near"))) {
      server.person("ada");
      Api friend = server.appOf("bob");
      String picture = Pictures.png(folder.resolve("leaf.png")).toString();
      try (Conversation session = program.start(server.url(), friend.token(), picture)) {
        String line = session.hear("agree http");
        session.say(LiveServer.agree(line.substring(line.indexOf("http")), "ada"));
        assertThat(session.end())
            .contains("logged in as ada", "looked around", "posted", "shown", "talked")
            .contains("arranged", "reacted", "listened", "left");
      }
    }
  }

  /** What moderators do, with both libraries that know of it. */
  @Test
  void moderation() {
    App python =
        new App(App.PYTHON, App.SCRIPTS.resolve("staff_session.py").toString())
            .requireExit(App.PYTHON, "-c", "import mastodon");
    try (LiveServer server = LiveServer.start(folder)) {
      String staff = server.appOfStaff("ada").token();
      for (App app : List.of(App.node("staff_session.mjs", "masto"), python)) {
        String person = server.appOf("bob" + people++).token();
        assertThat(app.run(server.url(), staff, person))
            .contains("moderated", "blocked", "counted");
      }
    }
  }

  /** What a library printed that went through all steps. */
  private String session(App program) throws IOException {
    try (LiveServer server = LiveServer.start(folder.resolve("near"));
        LiveServer far = LiveServer.start(folder.resolve("far"))) {
      server.person("ada");
      Api friend = server.appOf("bob");
      JsonNode post = far.appOf("fay").post("/api/v1/statuses", "status", "From far away");
      String picture = Pictures.png(folder.resolve("leaf.png")).toString();
      try (Conversation session =
          program.start(server.url(), picture, friend.token(), post.at("/url").asString())) {
        String line = session.hear("agree http");
        session.say(LiveServer.agree(line.substring(line.indexOf("http")), "ada"));
        String output = session.end();
        assertThat(output)
            .contains("logged in as ada", "looked around", "posted with a picture", "asked")
            .contains(
                "talked",
                "befriended",
                "found fay@" + far.authority(),
                "paged",
                "listened",
                "left");
        return output;
      }
    }
  }
}
