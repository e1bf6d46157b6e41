package social.parley.sent;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Pleroma and Akkoma demand (lib/pleroma/web/activity_pub). */
class PleromaRulesTest extends Receiver {
  /** transmogrifier: ids shorter than eight bytes are none. */
  @Test
  void idsAreNotShort() {
    rule(activities(), one -> text(one, "id").length() >= 8, one -> one.put("id", "x"));
  }

  /** object_validators/common_validations. */
  @Test
  void postsAreAddressed() {
    rule(
        posts(),
        one -> one.path("to").size() + one.path("cc").size() > 0,
        one -> {
          one.putArray("to");
          one.putArray("cc");
        });
  }

  /** article_note_page_validator: who does it has written it. */
  @Test
  void theActorIsTheAuthor() {
    rule(
        activities("Create"),
        one -> text(one, "actor").equals(text(object(one), "attributedTo")),
        one -> object(one).put("attributedTo", text(one, "actor") + "2"));
  }

  /** object_validators/common_fixes takes out the followers of others. */
  @Test
  void onlyTheAuthorsOwnFollowersAreAddressed() {
    rule(
        activities(),
        one -> {
          String own = text(one, "actor") + "/followers";
          return List.of("to", "cc").stream()
              .flatMap(list -> one.path(list).valueStream())
              .map(JsonNode::asString)
              .filter(address -> address.endsWith("/followers"))
              .allMatch(own::equals);
        },
        one -> one.putArray("cc").add("https://other.test/users/x/followers"));
  }

  /** emoji_react_validator, which reads a Like with a content in the same way: one emoji. */
  @Test
  void aReactionIsOneEmojiWithItsTag() {
    rule(
        those(one -> type(one).equals("Like") && one.has("content")),
        one ->
            !text(one, "content").startsWith(":")
                || text(one, "content").equals(text(one.path("tag").path(0), "name")),
        one -> one.put("content", ":other:"));
  }

  /** delete_validator. */
  @Test
  void whatIsDeletedHasAnId() {
    rule(
        named("delete-note"),
        one -> isWeb(object(one).path("id")),
        one -> object(one).remove("id"));
  }

  /**
   * Nothing is expanded there, so names stand as they are known; lib/pleroma/object/containment.
   */
  @Test
  void postsStandOnTheHostOfTheActivity() {
    rule(
        activities("Create"),
        one -> sameHost(one.path("id"), object(one).path("id")),
        one -> object(one).put("id", "https://other.test/1"));
  }
}
