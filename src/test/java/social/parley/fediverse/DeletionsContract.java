package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Deletions that come before what they delete, or are taken back. */
abstract class DeletionsContract extends ForgeryScene {
  @Test
  void aDeletionMayComeFirst() {
    ObjectNode note = good.note(path(), alice, "Overtaken");
    good.send(alpha, good.activity("Delete", path(), alice, note.path("id").asString()));
    good.send(alpha, good.create(note));
    fediverse.settle();
    assertThat(here(note)).isFalse();
  }

  @Test
  void aDeletionThatComesFirstCountsForWhatIsTheSendersAlone() {
    ObjectNode note = good.note(path(), alice, "Not to be silenced");
    String id = note.path("id").asString();
    ObjectNode boost = good.activity("Announce", path(), alice, ada.write("Boost me").uri());
    boost.putArray("to").add(PUBLIC);
    for (ObjectNode one : new ObjectNode[] {note, boost})
      good.send(alpha, good.activity("Delete", path(), bob, one.path("id").asString()));
    good.send(alpha, good.activity("Undo", path(), bob, boost.deepCopy().put("actor", bob)));
    good.send(alpha, good.create(note));
    good.send(alpha, boost);
    fediverse.settle();
    assertThat(text(note)).isEqualTo("Not to be silenced");
    assertThat(ada.notifications()).contains("reblog alice");
    good.send(alpha, good.activity("Delete", path(), alice, id));
    good.send(alpha, good.create(note).put("id", good.at(path())));
    fediverse.settle();
    assertThat(here(note)).isFalse();
  }

  @Test
  void aDeletionThatComesFirstIsTakenBack() {
    ObjectNode note = good.note(path(), alice, "After all");
    ObjectNode delete = good.activity("Delete", path(), alice, note.path("id").asString());
    good.send(alpha, delete);
    good.send(alpha, good.activity("Undo", path(), alice, delete));
    good.send(alpha, good.create(note));
    fediverse.settle();
    assertThat(text(note)).isEqualTo("After all");
  }

  @Test
  void onlyItsAuthorBringsBackWhatWasDeleted() {
    ObjectNode note = arrived("Gone and back");
    String id = note.path("id").asString();
    good.serve(id.substring(good.at("").length()), note);
    ObjectNode delete = good.activity("Delete", path(), alice, id);
    good.send(alpha, delete);
    good.send(alpha, good.activity("Undo", path(), bob, delete.deepCopy().put("actor", bob)));
    evil.send(alpha, evil.activity("Undo", path(), mallory, delete));
    fediverse.settle();
    assertThat(here(note)).isFalse();
    good.send(alpha, good.activity("Undo", path(), alice, delete));
    fediverse.settle();
    assertThat(text(note)).isEqualTo("Gone and back");
  }

  @Test
  void whatWasNotDeletedHereIsNotFetched() {
    String never = path();
    good.serve(never, good.note(never, alice, "Never deleted"));
    ObjectNode delete = good.activity("Delete", path(), alice, good.at(never));
    good.send(alpha, good.activity("Undo", path(), alice, delete));
    fediverse.settle();
    assertThat(good.asked()).doesNotContain(never);
  }

  @Test
  void aStrangersFarewellCostsNothing() {
    Outsider gone = fediverse.outsider("gone.test");
    String ghost = gone.at("/ghost");
    ObjectNode farewell = gone.activity("Delete", "/deletes/1", ghost, ghost);
    farewell.putArray("to").add(PUBLIC);
    assertThat(gone.send(alpha, farewell)).isEqualTo(202);
    fediverse.settle();
    assertThat(gone.asked()).as("nobody is asked").isEmpty();
  }
}
