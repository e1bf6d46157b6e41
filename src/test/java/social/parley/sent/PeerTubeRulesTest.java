package social.parley.sent;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What PeerTube demands (server/core/helpers/custom-validators/activitypub). */
class PeerTubeRulesTest extends Receiver {
  private static boolean isAddresses(JsonNode list) {
    return list.isMissingNode() || list.isArray() && list.valueStream().allMatch(Receiver::isWeb);
  }

  /** misc.js: one member that is no address makes the whole activity invalid. */
  @Test
  void audiencesAreListsOfAddresses() {
    rule(
        activities(),
        one -> isAddresses(one.path("to")) && isAddresses(one.path("cc")),
        one -> one.putArray("to").add("as:Public"));
    rule(posts(), one -> isAddresses(one.path("to")), one -> one.put("to", PUBLIC));
  }

  /** video-comments.js. */
  @Test
  void commentsHaveATextATimeAndSeeThePublic() {
    rule(
        posts(one -> one.has("inReplyTo")),
        one ->
            isWeb(one.path("id"))
                && isWeb(one.path("inReplyTo"))
                && isWeb(one.path("url"))
                && isTime(one.path("published"))
                && !text(one, "content").isEmpty()
                && (names(one.path("to"), PUBLIC) || names(one.path("cc"), PUBLIC)),
        one -> one.remove("published"));
  }

  /** actor.js. */
  @Test
  void actorsHaveAPageAndAPublicKeyInItsNewForm() {
    rule(
        actors(),
        one ->
            isWeb(one.path("url"))
                && text(one.path("publicKey"), "publicKeyPem")
                    .startsWith("-----BEGIN PUBLIC KEY-----")
                && text(one.path("publicKey"), "owner").equals(text(one, "id")),
        one ->
            one.get("publicKey").asObject().put("publicKeyPem", "-----BEGIN RSA PUBLIC KEY-----"));
    rule(
        actors(),
        one -> text(one, "preferredUsername").matches("[A-Za-z0-9._:-]+"),
        one -> one.put("preferredUsername", "i d a"));
  }

  /** undo.js: what is undone is valid itself. */
  @Test
  void whatIsUndoneIsWhole() {
    rule(
        activities("Undo"),
        one ->
            isWeb(object(one).path("id"))
                && text(object(one), "actor").equals(text(one, "actor"))
                && isWeb(object(one).path("object")),
        one -> object(one).remove("object"));
  }

  /** rate.js: votes for and against name what they are about. */
  @Test
  void votesNameAnObject() {
    rule(
        activities("Like", "Dislike"),
        one -> isWeb(one.path("object")),
        one -> one.remove("object"));
  }
}
