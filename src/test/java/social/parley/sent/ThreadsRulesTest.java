package social.parley.sent;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What Threads is known to demand (fedify-dev/fedify#125, fedify-dev/hollo#6). */
class ThreadsRulesTest extends Receiver {
  /** With nothing but an id it fails; a word on an event goes to the server of the event alone. */
  @Test
  void whatIsUndoneOrAnsweredIsWhole() {
    Map<String, ObjectNode> answers = activities("Undo", "Accept", "Reject");
    answers.remove("accept-event");
    rule(
        answers,
        one ->
            List.of("id", "type", "actor", "object").stream()
                .allMatch(member -> one.path("object").has(member)),
        one -> one.put("object", "https://parley.test/1"));
  }

  /** Whoever signs the asking must be readable by those who have not asked yet. */
  @Test
  void theServerHasAnActorWithAKey() {
    rule(
        named("instance"),
        one ->
            type(one).equals("Application")
                && one.at("/publicKey/publicKeyPem").isString()
                && isWeb(one.path("inbox")),
        one -> one.remove("publicKey"));
  }

  /** FEP-e232: a link to an object. */
  @Test
  void quotesAreLinksInTheTags() {
    rule(
        posts(one -> one.has("quote")),
        one ->
            one.path("tag")
                .valueStream()
                .anyMatch(tag ->
                    type(tag).equals("Link") && text(tag, "href").equals(text(one, "quote"))),
        one -> one.putArray("tag"));
  }
}
