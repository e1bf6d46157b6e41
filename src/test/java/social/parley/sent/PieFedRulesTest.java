package social.parley.sent;

import org.junit.jupiter.api.Test;

/** What PieFed demands (app/activitypub). */
class PieFedRulesTest extends Receiver {
  /** routes.py: without one of these it is not looked at. */
  @Test
  void activitiesHaveIdTypeActorAndObject() {
    rule(
        activities(),
        one -> one.has("id") && one.has("type") && one.has("actor") && one.has("object"),
        one -> one.remove("object"));
  }

  /** util.py: a post has a title, its author is one address, its text is HTML. */
  @Test
  void pagesHaveATitleAnAuthorAndAText() {
    rule(
        named("create-page"),
        one ->
            !text(object(one), "name").isEmpty()
                && isWeb(object(one).path("attributedTo"))
                && object(one).has("content"),
        one -> object(one).remove("content"));
  }

  /** util.py finds the community among these. */
  @Test
  void theCommunityIsNamed() {
    rule(
        named("create-page", "create-note-in-community"),
        one -> isWeb(object(one).path("audience")),
        one -> object(one).remove("audience"));
  }

  /** routes.py takes off what it may not believe down to the id, and asks for it. */
  @Test
  void whatIsWrittenOutHasAnId() {
    rule(
        activities("Create", "Update"),
        one -> isWeb(object(one).path("id")),
        one -> object(one).remove("id"));
  }
}
