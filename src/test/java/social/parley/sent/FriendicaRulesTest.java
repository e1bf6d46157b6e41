package social.parley.sent;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Friendica demands (src/Protocol/ActivityPub). */
class FriendicaRulesTest extends Receiver {
  private static boolean isDefined(JsonNode node, Set<String> terms) {
    if (node.isArray()) return node.valueStream().allMatch(member -> isDefined(member, terms));
    if (!node.isObject()) return true;
    return node.properties().stream()
        .allMatch(member ->
            terms.contains(member.getKey())
                && (member.getKey().endsWith("Map") || isDefined(member.getValue(), terms)));
  }

  /** Receiver.php works on expanded documents, where undefined names are lost. */
  @Test
  void everyNameIsDefined() {
    Set<String> terms = Terms.all();
    rule(those(one -> true), one -> isDefined(one, terms), one -> one.put("undefined", 1));
  }

  /** Receiver.php: the group is one address. */
  @Test
  void theAudienceIsOne() {
    rule(
        posts(one -> one.has("audience")),
        one -> isWeb(one.path("audience")),
        one -> one.putArray("audience").add("https://pond.test/knots").add("https://pond.test/x"));
  }

  /** Processor.php: conversations are kept together by the context of what starts them. */
  @Test
  void postsNameTheirConversation() {
    rule(
        posts(one -> !one.has("inReplyTo")),
        one -> one.has("context") && one.has("conversation"),
        one -> one.remove("context"));
  }

  /** Receiver.php: likes and dislikes are about a post it can find. */
  @Test
  void votesNameAPost() {
    rule(
        activities("Like", "Dislike", "Announce"),
        one -> isWeb(one.path("object")),
        one -> one.remove("object"));
  }
}
