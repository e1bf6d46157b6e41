package social.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.Main;
import social.parley.cli.Caller;
import social.parley.mastodon.ApiClient;
import tools.jackson.databind.JsonNode;

/** The demo with two people in each place instead of twelve. */
class DemoTest {
  @TempDir Path folder;

  @Test
  void peopleOfOnePlaceAreReadInTheOthersAndStayThere() {
    int port = Caller.freePorts(3);
    List<String> steps = new ArrayList<>();
    Set<String> made;
    try (Demo demo = new Demo(new Main(), folder.resolve("demo"), 2)) {
      demo.start(port, steps::add);
      made = postsOnFir(port);
    }
    assertThat(steps).isNotEmpty();
    assertThat(made)
        .anySatisfy(post -> assertThat(post).startsWith("tobias@oak.localhost").contains("cherry"))
        .anySatisfy(post -> assertThat(post).startsWith("jonas ").contains("ninety seconds"));
    steps.clear();
    try (Demo again = new Demo(new Main(), folder.resolve("demo"), 2)) {
      again.start(port, steps::add);
      assertThat(postsOnFir(port)).isEqualTo(made);
      again.close();
      again.wipe();
    }
    assertThat(steps).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  /** Who says what in the federated timeline of the third place. */
  private static Set<String> postsOnFir(int port) {
    Set<String> posts = new HashSet<>();
    try (ApiClient client = new ApiClient("http://localhost:" + (port + 2))) {
      for (JsonNode post : client.get("/api/v1/timelines/public?limit=40", null).json())
        posts.add(
            post.path("account").path("acct").asString() + " " + post.path("content").asString());
    }
    return posts;
  }
}
