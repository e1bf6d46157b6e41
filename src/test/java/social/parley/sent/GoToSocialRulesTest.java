package social.parley.sent;

import org.junit.jupiter.api.Test;

/** What GoToSocial demands (docs/federation). */
class GoToSocialRulesTest extends Receiver {
  /** http_signatures: the key leads to its owner. */
  @Test
  void keysNameTheirOwner() {
    rule(
        actors(),
        one -> text(one.path("publicKey"), "owner").equals(text(one, "id")),
        one -> one.get("publicKey").asObject().remove("owner"));
  }

  /** posts: the one language of a text is that of its map. */
  @Test
  void languagesStandInTheMap() {
    rule(
        posts(one -> one.has("language")),
        one ->
            one.path("contentMap").has(text(one.path("language"), "identifier"))
                && one.path("contentMap").size() == 1,
        one -> one.remove("contentMap"));
  }

  /** interaction_policy: lists of who may, under their present names. */
  @Test
  void policiesAreLists() {
    rule(
        posts(one -> one.has("interactionPolicy")),
        one -> one.at("/interactionPolicy/canQuote/automaticApproval").isArray(),
        one -> one.putObject("interactionPolicy").putObject("canQuote").put("always", PUBLIC));
  }

  /** An answer carries the follow that it answers. */
  @Test
  void answersToFollowsCarryThem() {
    rule(
        named("accept-follow", "reject-follow"),
        one ->
            type(one.path("object")).equals("Follow")
                && text(object(one), "object").equals(text(one, "actor")),
        one -> one.put("object", text(object(one), "id")));
  }

  /** moderation: reports name somebody and are signed by the server's own actor. */
  @Test
  void reportsNameSomebodyHere() {
    rule(
        activities("Flag"),
        one -> text(one, "actor").endsWith("/actor") && isWeb(one.path("object").path(0)),
        one -> one.put("object", "rude"));
  }
}
