package social.parley.sent;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Pixelfed demands (app/Util/ActivityPub). */
class PixelfedRulesTest extends Receiver {
  /** Helpers.normalizeAudience reads lists alone, and compares the whole address of Public. */
  @Test
  void audiencesAreListsWithThePublicInFull() {
    rule(
        activities("Create"),
        one -> one.path("to").isArray() && !one.path("to").toString().contains("as:Public"),
        one -> one.putArray("to").add("as:Public"));
  }

  /** Helpers.validateObject. */
  @Test
  void actorsAndAuthorsAreAddresses() {
    rule(
        activities("Create"),
        one -> isWeb(one.path("actor")) && isWeb(object(one).path("attributedTo")),
        one -> object(one).remove("attributedTo"));
  }

  /** Helpers.validateObject: what is created says when. */
  @Test
  void whatIsCreatedSaysWhen() {
    rule(posts(), one -> isTime(one.path("published")), one -> one.put("published", "yesterday"));
  }

  private static boolean isPicture(JsonNode file) {
    return Set.of("Document", "Image").contains(type(file))
        && isWeb(file.path("url"))
        && text(file, "mediaType").startsWith("image/")
        && file.path("width").asInt(0) >= 1
        && file.path("height").asInt(0) <= 5000
        && text(file, "blurhash").length() >= 6;
  }

  /** Helpers.verifyAttachments: the list is one with a single member as well. */
  @Test
  void picturesHaveATypeAnAddressAndASize() {
    rule(
        posts(one -> !one.path("attachment").isEmpty()),
        one ->
            one.path("attachment").isArray()
                && one.path("attachment").valueStream().allMatch(PixelfedRulesTest::isPicture),
        one -> one.set("attachment", one.path("attachment").get(0)));
  }

  private static int depth(JsonNode node) {
    int deepest = 0;
    for (JsonNode member : node) deepest = Math.max(deepest, depth(member));
    return node.isContainer() ? deepest + 1 : 0;
  }

  /** Jobs/InboxPipeline: what is deeper is not read. */
  @Test
  void documentsAreNotDeep() {
    rule(
        activities(),
        one -> depth(one) <= 8,
        one -> {
          ObjectNode inner = one;
          for (int i = 0; i < 8; i++) inner = inner.putObject("object");
        });
  }
}
