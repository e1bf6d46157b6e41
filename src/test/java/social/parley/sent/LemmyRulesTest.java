package social.parley.sent;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What Lemmy demands (crates/apub/objects/src/protocol). */
class LemmyRulesTest extends Receiver {
  /** page.rs and note.rs: a single member is not read. */
  @Test
  void attachmentsAndTagsAreLists() {
    rule(
        posts(),
        one -> one.path("attachment").isArray() && one.path("tag").isArray(),
        one -> one.putObject("tag").put("type", "Mention"));
  }

  /** Times that cannot be read lose the whole object. */
  @Test
  void timesAreInUtc() {
    rule(
        posts(),
        one -> isTime(one.path("published")),
        one -> one.put("published", "2026-02-03T04:05:06+0000"));
  }

  /** person.rs and instance.rs. */
  @Test
  void actorsHaveAnOutboxAndAKey() {
    rule(
        actors(),
        one -> isWeb(one.path("outbox")) && one.at("/publicKey/publicKeyPem").isString(),
        one -> one.remove("outbox"));
  }

  private static boolean isOfOneCommunity(ObjectNode post) {
    String community = text(post, "audience");
    return isWeb(post.path("audience"))
        && (names(post.path("to"), community) || names(post.path("cc"), community))
        && (names(post.path("to"), PUBLIC) || names(post.path("cc"), PUBLIC));
  }

  /** objects/post.rs: a post starts a thread, has a title and names its community. */
  @Test
  void pagesHaveATitleAndACommunity() {
    rule(
        posts(one -> type(one).equals("Page")),
        one ->
            !text(one, "name").isEmpty()
                && text(one, "name").length() <= 200
                && isWeb(one.path("attributedTo"))
                && !one.has("inReplyTo")
                && isOfOneCommunity(one),
        one -> one.remove("name"));
  }

  /** objects/comment.rs. */
  @Test
  void commentsAnswerSomethingInACommunity() {
    rule(
        post("create-note-in-community"),
        one ->
            isWeb(one.path("inReplyTo"))
                && !text(one, "content").isEmpty()
                && isOfOneCommunity(one),
        one -> one.remove("audience"));
  }

  /** page.rs: any other type breaks the reading. */
  @Test
  void attachmentsAreOfKnownTypes() {
    rule(
        posts(one -> !one.path("attachment").isEmpty()),
        one ->
            one.path("attachment")
                .valueStream()
                .allMatch(file -> Set.of("Link", "Image", "Document").contains(type(file))),
        one -> list(one, "attachment").addObject().put("type", "PropertyValue"));
  }

  /** language_tag. */
  @Test
  void languagesAreObjects() {
    rule(
        posts(one -> one.has("language")),
        one ->
            !text(one.path("language"), "identifier").isEmpty()
                && !text(one.path("language"), "name").isEmpty(),
        one -> one.put("language", "en"));
  }

  /** voting/vote.rs: the object is an id, the community is told. */
  @Test
  void votesInACommunityNameIt() {
    rule(
        named("dislike"),
        one -> isWeb(one.path("object")) && isWeb(one.path("audience")),
        one -> one.remove("audience"));
  }

  /** undo_vote.rs: with the vote inside. */
  @Test
  void votesAreUndoneWhole() {
    rule(
        named("undo-dislike", "undo-like"),
        one ->
            text(one.path("object"), "actor").equals(text(one, "actor"))
                && isWeb(one.path("object").path("object")),
        one -> one.put("object", text(object(one), "id")));
  }
}
