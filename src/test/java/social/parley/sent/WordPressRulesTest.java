package social.parley.sent;

import org.junit.jupiter.api.Test;

/** What the ActivityPub plugin of WordPress demands (includes/handler). */
class WordPressRulesTest extends Receiver {
  /** class-create.php: only a reply that all may see becomes a comment. */
  @Test
  void repliesForAllBecomeComments() {
    rule(
        posts(one -> one.has("inReplyTo")),
        one ->
            one.path("inReplyTo").isString()
                && !text(one, "content").isEmpty()
                && one.toString().contains(PUBLIC),
        one -> one.putObject("inReplyTo"));
  }

  /** functions.php: who comments has a name, a page and perhaps a picture. */
  @Test
  void peopleHaveANameAndAPage() {
    rule(
        named("person"),
        one -> !text(one, "name").isEmpty() && isWeb(one.path("url")),
        one -> one.putObject("url"));
  }

  /** class-undo.php and class-delete.php. */
  @Test
  void whatEndsIsSaid() {
    rule(
        activities("Undo"),
        one -> isWeb(object(one).path("object")),
        one -> object(one).remove("object"));
    rule(
        named("delete-note"), one -> isWeb(object(one).path("id")), one -> one.putObject("object"));
  }
}
