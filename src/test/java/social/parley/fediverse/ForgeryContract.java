package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two foreign servers, one of which lies. */
abstract class ForgeryContract extends ForgeryScene {
  @Test
  void whatIsNotSignedIsRefused() {
    ObjectNode note = good.note(path(), alice, "Unsigned");
    assertThat(good.send(alpha, good.create(note).toString(), null, Map.of())).isEqualTo(401);
    fediverse.settle();
    assertThat(here(note)).isFalse();
  }

  @Test
  void aChangedBodyIsRefused() {
    ObjectNode note = good.note(path(), alice, "As it was");
    String body = good.create(note).toString();
    Map<String, String> headers = good.signed(alpha.settings().at("/inbox"), body, alice);
    String other = body.replace("As it was", "As it was not");
    assertThat(good.send(alpha, other, null, headers)).isEqualTo(401);
    Map<String, String> newDigest = new HashMap<>(headers);
    newDigest.put("Digest", good.signed(alpha.settings().at("/inbox"), other, alice).get("Digest"));
    assertThat(good.send(alpha, other, null, newDigest)).isEqualTo(401);
    fediverse.settle();
    assertThat(here(note)).isFalse();
  }

  @Test
  void aSignatureForAnotherServerOrPathIsRefused() {
    ObjectNode note = good.note(path(), alice, "For somebody else");
    String body = good.create(note).toString();
    for (String inbox : new String[] {"http://beta.test/inbox", alpha.settings().url() + "/other"})
      assertThat(good.send(alpha, body, null, good.signed(new Iri(inbox), body, alice)))
          .as(inbox)
          .isEqualTo(401);
    fediverse.settle();
    assertThat(here(note)).isFalse();
  }

  @Test
  void aReplayIsRefusedOrHasNoEffect() {
    ObjectNode note = good.note(path(), alice, "Only once @ada", ada.iri());
    String body = good.create(note).toString();
    Map<String, String> headers = good.signed(alpha.settings().at("/inbox"), body, alice);
    for (int i = 0; i < 3; i++) assertThat(good.send(alpha, body, null, headers)).isEqualTo(202);
    fediverse.settle();
    assertThat(ada.homeTexts()).containsOnlyOnce("Only once @ada");
    fediverse.after(Duration.ofHours(14));
    assertThat(good.send(alpha, body, null, headers)).as("too old").isEqualTo(401);
  }

  @Test
  void aRepeatedActivityHasOneEffect() {
    ObjectNode target = arrived("Count me");
    ObjectNode like = good.activity("Like", "/likes/1", bob, ada.write("Like me").uri());
    for (int i = 0; i < 3; i++) {
      assertThat(good.send(alpha, like)).isEqualTo(202);
      fediverse.settle();
    }
    assertThat(ada.notifications()).containsOnlyOnce("favourite bob");
    ObjectNode boost = good.activity("Announce", "/boosts/1", bob, target.path("id").asString());
    boost.putArray("to").add(PUBLIC);
    for (int i = 0; i < 3; i++) good.send(alpha, boost);
    fediverse.settle();
    Status boosted = ada.find(target.path("id").asString(), false).orElseThrow();
    assertThat(boosted.count("reblogs")).isEqualTo(1);
  }

  @Test
  void nobodySpeaksForAnActorOfAnotherServer() {
    ObjectNode unknown = good.note(path(), alice, "Never said");
    evil.send(alpha, good.create(unknown), mallory);
    ObjectNode real = good.note(path(), alice, "Really said");
    good.serve(real.path("id").asString().substring(good.at("").length()), real);
    ObjectNode twisted = real.deepCopy().put("content", "<p>Twisted</p>");
    evil.send(alpha, good.create(twisted), mallory);
    fediverse.settle();
    assertThat(here(unknown)).isFalse();
    assertThat(text(real)).as("asked at its own server").isEqualTo("Really said");
  }

  @Test
  void nobodySpeaksForAnotherActorOfTheSameServer() {
    ObjectNode unknown = good.note(path(), alice, "Said by Bob");
    good.send(alpha, good.create(unknown), bob);
    fediverse.settle();
    assertThat(here(unknown)).isFalse();
  }

  @Test
  void idsBelongToTheServerOfTheirActor() {
    ObjectNode stolen = evil.note(path(), mallory, "Under a stolen id").put("id", good.at("/n/1"));
    evil.send(alpha, evil.create(stolen));
    ObjectNode activity = evil.create(evil.note(path(), mallory, "Stolen activity"));
    evil.send(alpha, activity.put("id", good.at("/activities/1")));
    fediverse.settle();
    assertThat(here(stolen)).isFalse();
    assertThat(here((ObjectNode) activity.path("object"))).isFalse();
  }

  @Test
  void whatContradictsItselfIsRefused() {
    ObjectNode note = evil.note(path(), mallory, "By Alice?").put("attributedTo", alice);
    evil.send(alpha, evil.create(note).put("actor", mallory), mallory);
    ObjectNode sameServer = good.note(path(), alice, "By Bob?").put("attributedTo", bob);
    good.send(alpha, good.create(sameServer).put("actor", alice), alice);
    fediverse.settle();
    assertThat(here(note)).isFalse();
    assertThat(here(sameServer)).isFalse();
  }

  @Test
  void nobodyChangesWhatIsAnothers() {
    ObjectNode note = arrived("Untouched");
    String id = note.path("id").asString();
    ObjectNode changed = note.deepCopy().put("content", "<p>Touched</p>");
    changed.put("updated", fediverse.clock().instant().plusSeconds(5).toString());
    evil.send(alpha, evil.activity("Update", "/updates/1", mallory, changed));
    evil.send(alpha, evil.activity("Delete", "/deletes/1", mallory, id));
    good.send(alpha, good.activity("Update", "/updates/1", bob, changed));
    good.send(alpha, good.activity("Delete", "/deletes/1", bob, id));
    ObjectNode tombstone = Json.object().put("id", id).put("type", "Tombstone");
    good.send(alpha, good.activity("Delete", "/deletes/2", bob, tombstone));
    good.send(alpha, good.activity("Delete", "/deletes/3", bob, alice));
    fediverse.settle();
    assertThat(text(note)).isEqualTo("Untouched");
  }

  @Test
  void nobodyUndoesWhatIsAnothers() {
    Status post = ada.write("Liked and boosted");
    ObjectNode like = good.activity("Like", "/likes/2", alice, post.uri());
    ObjectNode boost = good.activity("Announce", "/boosts/2", alice, post.uri());
    boost.putArray("to").add(PUBLIC);
    ObjectNode follow = good.activity("Follow", "/follows/2", alice, ada.iri());
    for (ObjectNode one : new ObjectNode[] {like, boost, follow}) good.send(alpha, one);
    fediverse.settle();
    int undos = 0;
    for (ObjectNode one : new ObjectNode[] {like, boost, follow}) {
      good.send(alpha, good.activity("Undo", "/undos/" + undos++, bob, one));
      good.send(alpha, good.activity("Undo", "/undos/" + undos++, bob, one.path("id").asString()));
      evil.send(alpha, evil.activity("Undo", "/undos/" + undos++, mallory, one));
      ObjectNode own = one.deepCopy().put("actor", bob);
      good.send(alpha, good.activity("Undo", "/undos/" + undos++, bob, own));
    }
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
    assertThat(ada.view(post).count("reblogs")).isEqualTo(1);
    String aliceHere = ada.idOf(alice);
    assertThat(
            ada.get("/api/v1/accounts/relationships?id=" + aliceHere)
                .at("/0/followed_by")
                .asBoolean())
        .isTrue();
    good.send(alpha, good.activity("Undo", "/undos/own", alice, like));
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isZero();
  }

  @Test
  void onlyTheOneAskedAnswersAFollow() {
    String carl = good.actor("carl");
    ada.post("/api/v1/accounts/" + ada.idOf(carl) + "/follow");
    fediverse.settle();
    ObjectNode follow = (ObjectNode) good.inbox().getLast();
    good.send(alpha, good.activity("Accept", "/accepts/b", bob, follow));
    evil.send(alpha, evil.activity("Accept", "/accepts/m", mallory, follow));
    fediverse.settle();
    assertThat(following(carl)).isFalse();
    good.send(alpha, good.activity("Accept", "/accepts/c", carl, follow.path("id").asString()));
    fediverse.settle();
    assertThat(following(carl)).isTrue();
  }

  private boolean following(String actor) {
    return ada.get("/api/v1/accounts/relationships?id=" + ada.idOf(actor))
        .at("/0/following")
        .asBoolean();
  }

  @Test
  void whatIsWrittenOutOfAnotherServerIsAskedThere() {
    ObjectNode real = good.note(path(), alice, "The original");
    good.serve(real.path("id").asString().substring(good.at("").length()), real);
    ObjectNode forged = real.deepCopy().put("content", "<p>The forgery</p>");
    ObjectNode boost = evil.activity("Announce", "/boosts/3", mallory, forged);
    boost.putArray("to").add(PUBLIC);
    evil.send(alpha, boost);
    fediverse.settle();
    assertThat(text(real)).isEqualTo("The original");
  }

  @Test
  void aBoostOfAForgeryBringsNothing() {
    ObjectNode forged = evil.note("/forged/1", alice, "Alice never wrote this");
    evil.serve("/forged/1", forged);
    ObjectNode stolen = evil.note("/forged/2", alice, "Nor this").put("id", good.at("/n/2"));
    evil.serve("/forged/2", stolen);
    for (String object : new String[] {"/forged/1", "/forged/2"}) {
      ObjectNode boost = evil.activity("Announce", "/b" + object, mallory, evil.at(object));
      boost.putArray("to").add(PUBLIC);
      evil.send(alpha, boost);
    }
    fediverse.settle();
    assertThat(here(forged)).isFalse();
    assertThat(here(stolen)).isFalse();
    assertThat(ada.homeTexts()).doesNotContain("Alice never wrote this", "Nor this");
  }

  @Test
  void aKeyThatItsOwnerDoesNotNameIsNoKey() {
    ObjectNode thief = evil.document("Person", "/thief").put("preferredUsername", "thief");
    thief.put("inbox", evil.at("/thief/inbox"));
    thief
        .putObject("publicKey")
        .put("id", evil.at("/thief#main-key"))
        .put("owner", alice)
        .put("publicKeyPem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
    evil.serve("/thief", thief);
    ObjectNode note = good.note(path(), alice, "With a foreign key");
    assertThat(evil.send(alpha, good.create(note), evil.at("/thief"))).isEqualTo(401);
    fediverse.settle();
    assertThat(here(note)).isFalse();
  }

  @Test
  void aKeyThatCannotBeHadNowIsAskedForLater() {
    Outsider away = fediverse.outsider("away.test");
    String anna = away.actor("anna");
    away.close();
    ObjectNode note = away.note(path(), anna, "Later", ada.iri());
    assertThat(away.send(alpha, away.create(note))).isEqualTo(503);
  }

  @Test
  void bombsDoNoHarm() {
    String inbox = "{\"type\":\"Create\",\"actor\":\"" + alice + "\",\"object\":";
    assertThat(isTooLarge(inbox + "\"" + "y".repeat(1 << 20) + "\"}")).isTrue();
    String deep = inbox + "[".repeat(50_000) + "]".repeat(50_000) + "}";
    assertThat(good.send(alpha, deep, alice, Map.of())).isBetween(200, 499);
    String nested = inbox + "{\"object\":".repeat(20_000) + "1" + "}".repeat(20_000) + "}";
    assertThat(good.send(alpha, nested, alice, Map.of())).isBetween(200, 499);
    String wide = inbox + "[" + "{},".repeat(100_000) + "{}]}";
    assertThat(good.send(alpha, wide, alice, Map.of())).isBetween(200, 499);
    String twice = "{\"type\":\"Create\",\"type\":\"Delete\",\"actor\":\"" + alice + "\"}";
    assertThat(good.send(alpha, twice, alice, Map.of())).isBetween(200, 499);
    ObjectNode many = good.note(path(), alice, "To very many");
    ArrayNode tags = many.putArray("tag");
    for (int i = 0; i < 3000; i++)
      tags.addObject().put("type", "Mention").put("href", evil.at("/people/" + i));
    good.send(alpha, good.create(many));
    fediverse.settle();
    assertThat(evil.asked().stream().filter(path -> path.startsWith("/people/")).count())
        .as("one post does not make us ask for all it names")
        .isLessThan(50);
    arrived("Still well");
  }

  @Test
  void endlessAddressesAreNotFound() {
    String url = alpha.settings().url().value();
    for (String path : new String[] {"/users/", "/users/ada/posts/", "/actor/", "/inbox/"})
      assertThat(good.get(url + path + "a".repeat(3000), null).statusCode())
          .as(path)
          .isEqualTo(404);
  }

  /** Refused with 413, unless the connection was cut while the body was still being sent. */
  private boolean isTooLarge(String body) {
    try {
      return good.send(alpha, body, alice, Map.of()) == 413;
    } catch (UncheckedIOException cut) {
      return true;
    }
  }

  @Test
  void onlyActivitiesBelongInAnInbox() {
    for (String type : new String[] {"text/html", "application/x-www-form-urlencoded"})
      assertThat(good.send(alpha, "{}", alice, Map.of("Content-Type", type))).isEqualTo(415);
    String odd = "application/activity+json; charset=nonsense";
    assertThat(good.send(alpha, "{}", alice, Map.of("Content-Type", odd))).isBetween(400, 499);
    assertThat(good.send(alpha, "[]", alice, Map.of())).isEqualTo(400);
  }

  @Test
  void aReplacedKeyIsLearnt() {
    String dora = good.actor("dora");
    ObjectNode before = good.note(path(), dora, "With the old key", ada.iri());
    assertThat(good.send(alpha, good.create(before))).isEqualTo(202);
    ObjectNode late = good.note(path(), dora, "With the old key, too late", ada.iri());
    String body = good.create(late).toString();
    Map<String, String> oldHeaders = good.signed(alpha.settings().at("/inbox"), body, dora);
    good.rotate("dora");
    ObjectNode after = good.note(path(), dora, "With the new key", ada.iri());
    assertThat(good.send(alpha, good.create(after))).isEqualTo(202);
    assertThat(good.send(alpha, body, null, oldHeaders)).isEqualTo(401);
    fediverse.settle();
    assertThat(here(before)).isTrue();
    assertThat(here(after)).isTrue();
    assertThat(here(late)).isFalse();
  }
}
