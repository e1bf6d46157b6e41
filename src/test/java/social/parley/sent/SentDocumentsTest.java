package social.parley.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.activitystreams.WireRules;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every kind of document that a server of ours sends, member for member, as the approved files
 * under {@code wire/parley} have it. With {@code -Dapprove} these are written anew, to be read
 * before they are committed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentDocumentsTest {
  private final Map<String, ObjectNode> sent = new TreeMap<>();

  @BeforeAll
  void live() {
    try (Life life = new Life()) {
      life.lived()
          .forEach((name, document) -> {
            WireRules.check(document);
            ObjectNode stable = Stable.of(document);
            stable.remove("@context");
            if (stable.get("proof") instanceof ObjectNode proof) proof.remove("@context");
            sent.put(name, stable);
          });
    }
    if (System.getProperty("approve") != null) {
      Golden.approve(sent);
      Examples.approve();
    }
  }

  @Test
  void allOfThemAreApproved() {
    assertThat(sent.keySet()).isEqualTo(Golden.all().keySet());
  }

  @Test
  void theyAreWhatWasApproved() {
    Golden.all()
        .forEach((name, approved) ->
            assertThat(String.valueOf(sent.get(name))).as(name).isEqualTo(approved.toString()));
  }
}
