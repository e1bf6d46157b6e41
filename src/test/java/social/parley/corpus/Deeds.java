package social.parley.corpus;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import social.parley.accounts.Role;
import social.parley.core.Iri;
import social.parley.corpus.World.Outcome;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recorded activities that are about something else: what they were about is put in the place
 * first, and Ada and her posts stand for what belonged to the server that received them.
 */
final class Deeds {
  private final World world;
  private final Person ada;

  Deeds(World world) {
    this.world = world;
    this.ada = world.ada();
  }

  /** What came of it; seen with nothing to look at, when it had its effect. */
  Outcome replay(Recording recording) {
    world.web().somebody(recording.actor(), "Person");
    ObjectNode deed = recording.document();
    String object = recording.objectId();
    return switch (type(deed)) {
      case "Follow" -> follow(recording, with(deed, object, ada.iri()));
      case "Accept" -> accept(recording, deed);
      case "Like", "EmojiReact", "Dislike" -> mark(recording, deed, object);
      case "Delete" -> object.equals(recording.actor()) ? farewell(recording) : delete(recording);
      case "Update" -> update(recording, object);
      case "Flag" -> flag(recording, deed);
      case "Undo" -> undo(recording, deed, recording.object());
      default -> unheard(recording, deed);
    };
  }

  private static String type(JsonNode deed) {
    return deed.path("type").asString("");
  }

  private static ObjectNode with(JsonNode deed, String former, String now) {
    String text = deed.toString().replace("\"" + former + "\"", "\"" + now + "\"");
    return (ObjectNode) Json.parse(text);
  }

  private static Outcome fate(boolean happened) {
    return happened ? new Outcome.Seen(Json.object()) : new Outcome.Unseen("no effect");
  }

  private Outcome after(Recording recording, ObjectNode deed, BooleanSupplier effect) {
    Optional<String> refused = world.delivered(recording.actor(), deed);
    return refused.isPresent() ? new Outcome.Unseen(refused.get()) : fate(effect.getAsBoolean());
  }

  private boolean is(String relation, String actor) {
    String id = world.account(actor).path("id").asString();
    return ada.get("/api/v1/accounts/relationships?id=" + id).path(0).path(relation).asBoolean();
  }

  private Outcome follow(Recording recording, ObjectNode deed) {
    return after(recording, deed, () -> is("followed_by", recording.actor()));
  }

  private Outcome accept(Recording recording, ObjectNode deed) {
    String id = world.account(recording.actor()).path("id").asString();
    ada.post("/api/v1/accounts/" + id + "/follow");
    JsonNode sent = world.follow();
    ObjectNode answer = with(deed, recording.objectId(), sent.path("id").asString());
    if (answer.path("object") instanceof ObjectNode inner) inner.put("actor", ada.iri());
    if (is("following", recording.actor())) throw new AssertionError("accepted already");
    return after(recording, answer, () -> is("following", recording.actor()));
  }

  private Outcome mark(Recording recording, ObjectNode deed, String object) {
    Status post = ada.write("Something to like or not");
    ObjectNode mine = with(deed, object, post.uri());
    return after(recording, mine, () -> isMarked(post));
  }

  private boolean isMarked(Status post) {
    Status now = ada.view(post);
    return now.count("favourites") + now.at("/friendica/dislikes_count").asLong(0) > 0
        || !now.at("/emoji_reactions").isEmpty();
  }

  /** A post that is there before it goes. */
  private String written(String author, String id) {
    ObjectNode note = World.activity("Note", author, id);
    note.remove("actor");
    note.put("attributedTo", author).put("content", "<p>Soon gone</p>");
    note.putArray("to").add(Recording.PUBLIC);
    note.put("published", "2016-01-01T00:00:00Z");
    ObjectNode create = World.activity("Create", author, id + "/made");
    create.set("to", note.get("to"));
    create.set("object", note);
    world.web().somebody(author, "Person");
    world.meet(author);
    world.delivered(author, create);
    if (ada.find(id, false).isEmpty()) throw new AssertionError("did not come: " + id);
    return id;
  }

  private Outcome delete(Recording recording) {
    String gone = written(author(recording, recording.objectId()), recording.objectId());
    return after(recording, recording.document(), () -> ada.find(gone, false).isEmpty());
  }

  /** Whose post it is: of moderators, who say why, that of somebody on its server. */
  private static String author(Recording recording, String object) {
    boolean own = new Iri(object).sameOrigin(new Iri(recording.actor()));
    return own ? recording.actor() : new Iri(object).origin() + "/u/author";
  }

  private Outcome farewell(Recording recording) {
    String id = world.account(recording.actor()).path("id").asString();
    return after(
        recording,
        recording.document(),
        () ->
            ada.server().client().get("/api/v1/accounts/" + id, ada.token()).status() == 410
                || ada.server().client().get("/api/v1/accounts/" + id, ada.token()).status()
                    == 404);
  }

  private Outcome update(Recording recording, String object) {
    world.web().forget(object);
    world.web().somebody(object, "Person");
    world.account(object);
    return after(
        recording,
        recording.document(),
        () -> Comparison.ofActor(recording.object(), world.account(object)).isEmpty());
  }

  private Outcome flag(Recording recording, ObjectNode deed) {
    Person mod = ada.server().staff("mod" + world.next(), Role.MODERATOR);
    ObjectNode mine = deed.deepCopy();
    mine.putArray("object").add(ada.iri()).add(ada.write("Something bad").uri());
    int before = mod.get("/api/v1/admin/reports").size();
    return after(recording, mine, () -> mod.get("/api/v1/admin/reports").size() > before);
  }

  private Outcome undo(Recording recording, ObjectNode deed, JsonNode undone) {
    String target = Recording.id(Recording.first(undone.path("object")));
    return switch (undone.isObject() ? type(undone) : "Like") {
      case "Follow" -> {
        ObjectNode mine = with(deed, target, ada.iri());
        world.delivered(recording.actor(), (ObjectNode) mine.get("object"));
        if (!is("followed_by", recording.actor())) throw new AssertionError("no follow to undo");
        yield after(recording, mine, () -> !is("followed_by", recording.actor()));
      }
      case "Like" -> {
        Status post = ada.write("Something to like for a while");
        ObjectNode mine = undone.isObject() ? with(deed, target, post.uri()) : deed;
        ObjectNode like = World.activity("Like", recording.actor(), Recording.id(undone));
        world.delivered(recording.actor(), like.put("object", post.uri()));
        if (!isMarked(post)) throw new AssertionError("no favourite to undo");
        yield after(recording, mine, () -> !isMarked(post));
      }
      case "Announce" -> {
        world.web().something(target);
        world.meet(recording.actor());
        world.delivered(recording.actor(), (ObjectNode) deed.get("object"));
        if (world.boost(recording.actor(), target).isEmpty())
          throw new AssertionError("no boost to undo");
        yield after(recording, deed, () -> world.boost(recording.actor(), target).isEmpty());
      }
      case "Delete" -> {
        String gone = written(author(recording, target), target);
        world.delivered(recording.actor(), (ObjectNode) deed.get("object"));
        yield ada.find(gone, false).isPresent()
            ? new Outcome.Unseen("was never deleted")
            : after(recording, deed, () -> ada.find(gone, false).isPresent());
      }
      default -> unheard(recording, deed);
    };
  }

  /** Taken without an error, and that is all there is to see. */
  private Outcome unheard(Recording recording, ObjectNode deed) {
    return after(recording, deed, () -> false);
  }
}
