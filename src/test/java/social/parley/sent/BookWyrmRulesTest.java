package social.parley.sent;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What BookWyrm demands (bookwyrm/activitypub, bookwyrm/signatures.py). */
class BookWyrmRulesTest extends Receiver {
  /** signatures.py: the key that signs is the actor's. */
  @Test
  void theKeyIsTheActors() {
    rule(
        actors(),
        one -> text(one.path("publicKey"), "id").equals(text(one, "id") + "#main-key"),
        one -> one.get("publicKey").asObject().put("id", "https://other.test/key"));
  }

  /** person.py and base_activity.py: fields that have no default. */
  @Test
  void peopleHaveWhatHasNoDefault() {
    rule(
        named("person"),
        one ->
            List.of("preferredUsername", "inbox", "publicKey", "id", "type").stream()
                .allMatch(one::has),
        one -> one.remove("publicKey"));
  }

  /** verbs.py: who is followed or blocked is an address; what is undone is written out. */
  @Test
  void verbsHaveTheirObjects() {
    rule(
        activities("Follow", "Block"),
        one -> isWeb(one.path("object")),
        one -> one.putObject("object"));
    rule(activities("Undo"), one -> one.path("object").isObject(), one -> one.put("object", "x"));
  }

  /** note.py: lists that are read as such. */
  @Test
  void notesHaveLists() {
    rule(
        posts(one -> type(one).equals("Note")),
        one -> one.path("to").isArray() && one.path("cc").isArray() && one.path("tag").isArray(),
        one -> one.putNull("tag"));
  }
}
