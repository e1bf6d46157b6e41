package social.parley.sent;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What Mastodon demands (app/lib/activitypub, app/services/activitypub). */
class MastodonRulesTest extends Receiver {
  /** A document is heard of only with an id on its actor's own host: fetch_remote_actor_service. */
  @Test
  void activitiesStandOnTheirActorsHost() {
    rule(
        activities(),
        one -> sameHost(one.path("id"), one.path("actor")),
        one -> one.put("id", "https://other.test/activities/1"));
  }

  /** process_account_service. */
  @Test
  void actorsHaveAnInboxAndAName() {
    rule(
        actors(),
        one -> isWeb(one.path("inbox")) && !text(one, "preferredUsername").isEmpty(),
        one -> one.remove("inbox"));
  }

  /** activity/create: another host is not its author. */
  @Test
  void postsStandOnTheirAuthorsHost() {
    rule(
        posts(),
        one -> sameHost(one.path("id"), one.path("attributedTo")),
        one -> one.put("attributedTo", "https://other.test/users/ida"));
  }

  /** The handbook's ActivityPub page: only those in the tag and addressed are notified. */
  @Test
  void whoeverIsMentionedIsAddressed() {
    rule(
        posts(one -> one.path("tag").toString().contains("\"Mention\"")),
        one ->
            one.path("tag")
                .valueStream()
                .filter(tag -> type(tag).equals("Mention"))
                .map(tag -> text(tag, "href"))
                .allMatch(href -> names(one.path("to"), href) || names(one.path("cc"), href)),
        one -> {
          one.putArray("to");
          one.putArray("cc");
        });
  }

  private static String visibility(ObjectNode post) {
    if (names(post.path("to"), PUBLIC)) return "public";
    if (names(post.path("cc"), PUBLIC)) return "unlisted";
    return post.path("to").toString().contains("/followers\"") ? "private" : "direct";
  }

  /** parser/status_parser: who sees it is read from the object. */
  @Test
  void visibilityIsReadFromTheAddresses() {
    rule(post("create-note"), one -> visibility(one).equals("public"), one -> one.putArray("to"));
    rule(
        post("create-note-unlisted"),
        one -> visibility(one).equals("unlisted"),
        one -> one.putArray("cc"));
    rule(
        post("create-note-followers"),
        one -> visibility(one).equals("private"),
        one -> one.putArray("to"));
    rule(
        post("create-note-direct"),
        one -> visibility(one).equals("direct"),
        one -> list(one, "to").add(PUBLIC));
  }

  /** activity/update: without a time of it, it is no edit. */
  @Test
  void editsSayWhen() {
    rule(
        named("update-note"),
        one -> isTime(object(one).path("updated")),
        one -> object(one).remove("updated"));
  }

  /** activity/create: a vote is a name without content that answers the poll. */
  @Test
  void votesAreNamesWithoutContent() {
    rule(
        named("create-vote"),
        one ->
            !text(object(one), "name").isEmpty()
                && isWeb(object(one).path("inReplyTo"))
                && !object(one).has("content"),
        one -> object(one).put("content", "Beans"));
  }

  /** parser/poll_parser. */
  @Test
  void pollsHaveNamedAnswersWithCountsAndAnEnd() {
    rule(
        posts(one -> type(one).equals("Question")),
        one ->
            isTime(one.path("endTime"))
                && one.path("oneOf").size() > 1
                && one.path("oneOf")
                    .valueStream()
                    .allMatch(option ->
                        option.at("/replies/totalItems").isNumber()
                            && !text(option, "name").isEmpty()),
        one -> list(one, "oneOf").get(0).asObject().remove("replies"));
  }

  /** parser/custom_emoji_parser. */
  @Test
  void emojiHavePictures() {
    rule(
        posts(one -> one.path("tag").toString().contains("\"Emoji\"")),
        one ->
            one.path("tag")
                .valueStream()
                .filter(tag -> type(tag).equals("Emoji"))
                .allMatch(tag ->
                    tag.path("name").asString().matches(":\\w+:") && isWeb(tag.at("/icon/url"))),
        one -> list(one, "tag").forEach(tag -> tag.asObject().remove("icon")));
  }

  /** activity/move: to another account, by oneself. */
  @Test
  void whoeverMovesIsWhatMoves() {
    rule(
        activities("Move"),
        one -> text(one, "object").equals(text(one, "actor")) && isWeb(one.path("target")),
        one -> one.put("object", "https://other.test/users/ida"));
  }

  /**
   * activity/flag: the account and its posts; activity/add and remove: the collection as target.
   */
  @Test
  void reportsAndPinsSayWhatTheyAreAbout() {
    rule(activities("Flag"), one -> one.path("object").size() == 2, one -> one.put("object", ""));
    rule(
        activities("Add", "Remove"),
        one -> text(one, "target").equals(text(one, "actor") + "/collections/featured"),
        one -> one.remove("target"));
  }

  /** parser/status_parser: of what is no note only the title and the link are shown. */
  @Test
  void pagesHaveATitleAndALink() {
    rule(
        posts(one -> type(one).equals("Page")),
        one -> !text(one, "name").isEmpty() && isWeb(one.path("url")),
        one -> one.remove("name"));
  }

  /** process_account_service: pictures are objects with an address and a type. */
  @Test
  void picturesOfPeopleAreObjects() {
    rule(
        named("person"),
        one ->
            isWeb(one.at("/icon/url")) && text(one.path("icon"), "mediaType").startsWith("image/"),
        one -> one.put("icon", "https://parley.test/icon.png"));
  }
}
