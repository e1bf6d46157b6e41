package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Two foreign servers, one of which lies, and somebody here who follows their people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForgeryScene {
  static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

  Fediverse fediverse;
  Instance alpha;
  Person ada;
  Outsider good;
  Outsider evil;
  String alice;
  String bob;
  String mallory;
  int count;

  abstract Fediverse open(String... hosts);

  /** Ada follows all three. */
  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    alpha = fediverse.at("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    good = fediverse.outsider("good.test");
    evil = fediverse.outsider("evil.test");
    alice = good.actor("alice");
    bob = good.actor("bob");
    mallory = evil.actor("mallory");
    good.befriend(fediverse, ada, alice);
    good.befriend(fediverse, ada, bob);
    evil.befriend(fediverse, ada, mallory);
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  String path() {
    return "/notes/" + ++count;
  }

  boolean here(ObjectNode note) {
    return ada.find(note.path("id").asString(), false).isPresent();
  }

  String text(ObjectNode note) {
    return ada.find(note.path("id").asString(), false).map(Status::text).orElse("nothing");
  }

  /** A note by Alice that has rightly arrived. */
  ObjectNode arrived(String text) {
    ObjectNode note = good.note(path(), alice, text);
    assertThat(good.send(alpha, good.create(note))).isEqualTo(202);
    fediverse.settle();
    assertThat(text(note)).isEqualTo(text);
    return note;
  }
}
