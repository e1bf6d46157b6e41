package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** Neighbours who ask before they answer, and who are asked. */
abstract class InteractionsScene extends NeighboursScene {
  static final String REQUESTS = "/api/v1/interaction_requests";

  /** Cleo follows Ada, too. */
  @BeforeAll
  void follow() {
    cleo.follow(ada);
    fediverse.settle();
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
