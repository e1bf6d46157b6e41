package social.parley.posts;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.core.TestClock;
import social.parley.storage.Database;

/** Two servers and somebody on each, on either database. */
abstract class TwoTowns {
  @TempDir Path media;
  final TestClock clock = new TestClock();
  final Network network = new Network();
  Town alpha;
  Town beta;
  Actor ada;
  Actor bob;

  abstract Database open(String name);

  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, open("alpha"), clock, media);
    beta = new Town("beta.test", network, open("beta"), clock, media);
    ada = alpha.person("ada");
    bob = beta.person("bob");
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }
}
