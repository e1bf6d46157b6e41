package social.parley.fediverse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Three servers of ours whose people follow each other, and one that is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NeighboursScene {
  Fediverse fediverse;
  Person ada;
  Person ben;
  Person cleo;
  Outsider outsider;
  String rex;

  abstract Fediverse open(String... hosts);

  /** Ben follows Ada and Rex; Cleo follows Ben, and nobody follows Cleo. */
  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test", "gamma.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    cleo = fediverse.person("cleo", "gamma.test");
    outsider = fediverse.outsider("outside.test");
    rex = outsider.actor("rex");
    ben.follow(ada);
    cleo.follow(ben);
    outsider.befriend(fediverse, ben, rex);
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }
}
