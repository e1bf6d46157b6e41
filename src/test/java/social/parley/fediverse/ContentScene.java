package social.parley.fediverse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import social.parley.mastodon.ApiClient.Answer;

/** Two servers of ours, with somebody on one who follows somebody on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContentScene {
  Fediverse fediverse;
  Person ada;
  Person ben;

  abstract Fediverse open(String... hosts);

  /** Ben follows Ada. */
  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    ben.follow(ada);
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  Status written(Person author, String text, String... parameters) {
    Status post = author.write(text, parameters);
    fediverse.settle();
    return post;
  }

  static Answer finger(Instance server, String resource) {
    return server
        .client()
        .get("/.well-known/webfinger?resource=" + resource.replace(":", "%3A"), null);
  }
}
