package social.parley.sent;

import org.junit.jupiter.api.Test;

/** What Mbin demands (src/Service/ActivityPub). */
class MbinRulesTest extends Receiver {
  /** SignatureValidator: the hosts of key, id and actor are one, and speak TLS. */
  @Test
  void activitiesComeFromTheHostOfTheirActor() {
    rule(
        activities(),
        one -> sameHost(one.path("id"), one.path("actor")) && text(one, "id").startsWith("https:"),
        one -> one.put("id", text(one, "id").replace("https:", "http:")));
  }

  /** Page: a thread is addressed to its magazine. */
  @Test
  void threadsAreAddressedToTheirMagazine() {
    rule(
        named("create-page"),
        one ->
            names(one.path("to"), text(object(one), "audience"))
                && names(object(one).path("to"), text(object(one), "audience")),
        one -> object(one).putArray("to").add(PUBLIC));
  }

  /** Note: a comment is found by what it answers and belongs to the magazine of that. */
  @Test
  void commentsNameTheirMagazine() {
    rule(
        named("create-note-in-community"),
        one -> isWeb(object(one).path("audience")) && isWeb(object(one).path("inReplyTo")),
        one -> object(one).remove("audience"));
  }

  /** ActivityHandler: what is deleted is an id or a Tombstone. */
  @Test
  void deletionsCarryATombstone() {
    rule(
        named("delete-note"),
        one -> type(object(one)).equals("Tombstone") && isWeb(object(one).path("id")),
        one -> object(one).put("type", "Note"));
  }
}
