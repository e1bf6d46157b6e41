package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Three servers of ours whose people follow each other, and one that is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InteractionsScene {
  static final String REQUESTS = "/api/v1/interaction_requests";

  Fediverse fediverse;
  Person ada;
  Person ben;
  Person cleo;
  Outsider outsider;
  String rex;

  abstract Fediverse open(String... hosts);

  /** Ben follows Ada; Cleo follows both, and nobody follows Cleo. */
  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test", "gamma.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    cleo = fediverse.person("cleo", "gamma.test");
    outsider = fediverse.outsider("outside.test");
    rex = outsider.actor("rex");
    ben.follow(ada);
    cleo.follow(ada);
    cleo.follow(ben);
    outsider.befriend(fediverse, ben, rex);
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  Status guarded(String text, String automatic, String manual) {
    Status post =
        ada.write(
            text,
            "interaction_policy[can_favourite][automatic_approval][]",
            automatic,
            "interaction_policy[can_favourite][manual_approval][]",
            manual,
            "interaction_policy[can_reply][automatic_approval][]",
            automatic,
            "interaction_policy[can_reply][manual_approval][]",
            manual,
            "interaction_policy[can_reblog][automatic_approval][]",
            automatic,
            "interaction_policy[can_reblog][manual_approval][]",
            manual);
    fediverse.settle();
    return post;
  }

  Status replied(Person author, Status to, String text) {
    Status reply = author.reply(to, text);
    fediverse.settle();
    return reply;
  }

  String only(Status post) {
    JsonNode requests = ada.get(REQUESTS + "?status_id=" + post.id());
    assertThat(requests).hasSize(1);
    return REQUESTS + "/" + requests.get(0).path("id").asString();
  }
}
