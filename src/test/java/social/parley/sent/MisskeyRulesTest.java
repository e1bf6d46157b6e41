package social.parley.sent;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Misskey and its relatives demand (packages/backend/src/core/activitypub). */
class MisskeyRulesTest extends Receiver {
  /** InboxProcessorService compares it with the signer as it is. */
  @Test
  void theActorIsAnAddress() {
    rule(
        activities(),
        one -> isWeb(one.path("actor")),
        one -> one.putObject("actor").put("id", "https://parley.test/users/ida"));
  }

  /** InboxProcessorService: the id of an activity is of the signer's host. */
  @Test
  void activitiesHaveIdsOfTheirActorsHost() {
    rule(activities(), one -> sameHost(one.path("id"), one.path("actor")), one -> one.remove("id"));
  }

  /** ApPersonService.validateActor. */
  @Test
  void allThatBelongsToAnActorIsOnOneHost() {
    rule(
        actors(),
        one ->
            List.of(
                    "/inbox",
                    "/outbox",
                    "/followers",
                    "/following",
                    "/publicKey/id",
                    "/endpoints/sharedInbox")
                .stream()
                .map(one::at)
                .allMatch(part -> part.isMissingNode() || sameHost(part, one.path("id"))),
        one -> one.put("outbox", "https://other.test/outbox"));
  }

  /** ApPersonService: what stands in a name. */
  @Test
  void namesAreWords() {
    rule(
        actors(),
        one -> text(one, "preferredUsername").matches("\\w([\\w.-]{0,126}\\w)?"),
        one -> one.put("preferredUsername", "ida!"));
  }

  /** models/ApNoteService.validateNote. */
  @Test
  void notesAreOfAKnownTypeByOneAuthorOfTheirHost() {
    rule(
        posts(),
        one ->
            Set.of("Note", "Question", "Article", "Page").contains(type(one))
                && sameHost(one.path("attributedTo"), one.path("id")),
        one -> one.putArray("attributedTo").add(one.path("id").asString()));
  }

  /** ApNoteService reads quotes under these names. */
  @Test
  void quotesHaveItsNames() {
    rule(
        posts(one -> one.has("quote")),
        one -> isWeb(one.path("_misskey_quote")) && isWeb(one.path("quoteUrl")),
        one -> one.remove("_misskey_quote"));
  }

  /** ApInboxService.like. */
  @Test
  void reactionsHaveItsName() {
    rule(
        those(one -> type(one).equals("Like") && one.has("content")),
        one -> text(one, "_misskey_reaction").equals(text(one, "content")),
        one -> one.remove("_misskey_reaction"));
  }

  /** ApInboxService.undo: the type of what is undone stands there. */
  @Test
  void whatIsUndoneIsWrittenOut() {
    rule(
        activities("Undo"),
        one -> !type(one.path("object")).isEmpty(),
        one -> one.put("object", "x"));
  }

  /** ApNoteService: the text as it was typed, where that is markup it knows; else the HTML. */
  @Test
  void sourcesSayTheirType() {
    rule(
        posts(one -> one.has("source")),
        one -> text(one.path("source"), "mediaType").startsWith("text/"),
        one -> one.putObject("source").put("content", "x"));
  }
}
