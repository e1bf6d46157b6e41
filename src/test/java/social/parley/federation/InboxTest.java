package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Standing;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.jsonld.Json;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.LinkedDataSignature;
import social.parley.storage.Databases;
import tools.jackson.databind.node.ObjectNode;

/** What an inbox takes, what it turns away, and what it believes. */
class InboxTest {
  @TempDir Path folder;
  final TestClock clock = new TestClock();
  Node node;
  Actor ben;
  FakePeer peer;
  FakePeer other;
  Iri paula;

  @BeforeEach
  void start() throws Exception {
    node = new Node("beta.test", folder, Databases.sqlite(folder), clock);
    ben = node.person("ben");
    peer = new FakePeer("peer.test", clock);
    other = new FakePeer("other.test", clock);
    paula = peer.actor("paula");
  }

  @AfterEach
  void stop() throws Exception {
    peer.close();
    other.close();
    node.close();
  }

  private ObjectNode create(Iri author, String name) {
    ObjectNode create = peer.activity(author, "Create", name);
    create.set("object", peer.note(author, name));
    return create;
  }

  private String onlyRefusal() {
    Node.settle(node);
    assertThat(node.handled).isEmpty();
    assertThat(node.federation.refusals(10)).hasSize(1);
    return node.federation.refusals(10).getFirst().reason();
  }

  private Received onlyHandled() {
    Node.settle(node);
    assertThat(node.federation.refusals(10)).isEmpty();
    assertThat(node.handled).hasSize(1);
    return node.handled.getFirst();
  }

  @Test
  void anUnsignedRequestIsRefusedInJson() {
    var answer = FakePeer.send(ben.inbox(), Map.of(), create(paula, "1").toString().getBytes());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Json.parse(answer.body()).path("error").asString()).contains("not signed");
  }

  @Test
  void whatIsNoActivityIsRefusedAtTheDoor() {
    assertThat(peer.post(ben.inbox(), peer.key(paula), "[1]".getBytes())).isEqualTo(400);
    var answer = FakePeer.send(ben.inbox(), Map.of("Content-Type", "text/plain"), new byte[2]);
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void whatIsTooLargeIsRefusedAtTheDoor() {
    byte[] large = ("{\"a\":\"" + "x".repeat(1 << 20) + "\"}").getBytes();
    assertThat(peer.post(ben.inbox(), peer.key(paula), large)).isEqualTo(413);
  }

  @Test
  void nobodyHasNoInbox() {
    Iri nobody = new Iri(ben.iri().value().replace("ben", "nobody") + "/inbox");
    assertThat(peer.post(nobody, paula, create(paula, "1"))).isEqualTo(404);
  }

  @Test
  void deepAndDuplicateJsonIsRefused() {
    peer.post(ben.inbox(), paula, create(paula, "0"));
    Node.settle(node);
    node.handled.clear();
    String deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";
    assertThat(peer.post(ben.inbox(), peer.key(paula), deep.getBytes())).isEqualTo(202);
    assertThat(onlyRefusal()).contains("JSON");
  }

  @Test
  void largeBodiesAreTakenUpAFewAtATime() {
    InboxStore store = new InboxStore();
    List<InboxStore.Row> rows = new ArrayList<>();
    for (String host : List.of("a.test", "b.test"))
      for (int i = 0; i < 6; i++)
        rows.add(
            new InboxStore.Row(
                rows.size() + 1L,
                host,
                ben.id(),
                new byte[i == 5 ? 500 : 40],
                clock.instant(),
                clock.instant(),
                0));
    node.database.run(tx -> store.add(tx, rows));
    for (List<Long> expected : List.of(List.of(1L, 2L, 7L, 8L), List.of(3L, 4L, 9L, 10L))) {
      List<InboxStore.Taken> taken = take(store, 100);
      assertThat(ids(taken)).isEqualTo(expected);
      assertThat(taken).allMatch(InboxStore.Taken::more);
      node.database.run(tx -> store.remove(tx, expected));
    }
    assertThat(ids(take(store, 10))).as("one at least").isEqualTo(List.of(5L, 11L));
    List<InboxStore.Taken> rest = take(store, 1000);
    assertThat(ids(rest)).isEqualTo(List.of(5L, 6L, 11L, 12L));
    assertThat(rest).noneMatch(InboxStore.Taken::more);
  }

  private List<InboxStore.Taken> take(InboxStore store, int bytes) {
    return node.database.read(
        db -> store.take(db, List.of("a.test", "b.test"), clock.instant(), 50, bytes));
  }

  private static List<Long> ids(List<InboxStore.Taken> taken) {
    return taken.stream().flatMap(one -> one.rows().stream()).map(InboxStore.Row::id).toList();
  }

  @Test
  void manyLargeBodiesOfOneHostAllHaveTheirEffectInOrder() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ObjectNode create = create(paula, "large" + i).put("filling", "x".repeat(200_000));
      assertThat(peer.post(ben.inbox(), paula, create)).isEqualTo(202);
      sent.add(create.path("id").asString());
    }
    Node.settle(node);
    assertThat(node.handled.stream().map(one -> String.valueOf(one.activity().id())))
        .containsExactlyElementsOf(sent);
  }

  @Test
  void whatOverflowsTheStackHoldsNobodyUp() {
    node.handler =
        received -> {
          if (String.valueOf(received.activity().id()).endsWith("bad"))
            throw new StackOverflowError();
          return tx -> node.handled.add(received);
        };
    for (String name : List.of("1", "bad", "2"))
      assertThat(peer.post(ben.inbox(), paula, create(paula, name))).isEqualTo(202);
    Node.settle(node);
    assertThat(node.handled).hasSize(2);
    assertThat(node.federation.refusals(10)).as("it is tried again").isEmpty();
  }

  @Test
  void aBodyThatWasChangedIsRefused() {
    byte[] body = create(paula, "1").toString().getBytes(StandardCharsets.UTF_8);
    var parts = HttpRequestParts.of("POST", ben.inbox(), Map.of(), body);
    var headers = DraftSignature.sign(parts, peer.key(paula), clock.instant());
    byte[] changed = create(paula, "2").toString().getBytes(StandardCharsets.UTF_8);
    assertThat(FakePeer.send(ben.inbox(), headers, changed).statusCode()).isEqualTo(401);
  }

  @Test
  void anOldSignatureIsRefused() {
    byte[] body = create(paula, "1").toString().getBytes(StandardCharsets.UTF_8);
    var parts = HttpRequestParts.of("POST", ben.inbox(), Map.of(), body);
    var headers = DraftSignature.sign(parts, peer.key(paula), clock.instant());
    clock.advance(Duration.ofDays(2));
    assertThat(FakePeer.send(ben.inbox(), headers, body).statusCode()).isEqualTo(401);
  }

  @Test
  void theFarewellOfAStrangerIsThankedForAndForgotten() {
    Iri stranger = peer.iri("/stranger");
    ObjectNode delete = peer.activity(stranger, "Delete", "bye");
    delete.put("object", stranger.value());
    assertThat(peer.post(ben.inbox(), stranger, delete)).isEqualTo(202);
    Node.settle(node);
    assertThat(node.handled).isEmpty();
    assertThat(peer.asked).noneMatch(path -> path.contains("stranger"));
  }

  @Test
  void aKeyThatCannotBeHadJustNowIsNotTheSendersFault() {
    peer.serve("/paula", 502, "");
    assertThat(peer.post(ben.inbox(), paula, create(paula, "1"))).isEqualTo(503);
    peer.actor("paula");
    clock.advance(Duration.ofMinutes(1));
    assertThat(peer.post(ben.inbox(), paula, create(paula, "1"))).isEqualTo(202);
    assertThat(onlyHandled().actor().iri()).isEqualTo(paula);
  }

  @Test
  void aReplacedKeyIsAskedForOnce() {
    assertThat(peer.post(ben.inbox(), paula, create(paula, "1"))).isEqualTo(202);
    peer.rotateKeys();
    peer.actor("paula");
    assertThat(peer.post(ben.inbox(), paula, create(paula, "2"))).isEqualTo(202);
    Node.settle(node);
    assertThat(node.handled).hasSize(2);
  }

  @Test
  void aKeyThatDoesNotFitIsNotAskedForAgainAndAgain() {
    assertThat(peer.post(ben.inbox(), paula, create(paula, "1"))).isEqualTo(202);
    peer.rotateKeys();
    for (int i = 0; i < 5; i++)
      assertThat(peer.post(ben.inbox(), paula, create(paula, "x" + i))).isEqualTo(401);
    assertThat(peer.asked.stream().filter("GET /paula"::equals)).hasSize(2);
  }

  @Test
  void aKeyOnAnotherServerDoesNotSpeakForAnActor() {
    Iri eve = other.iri("/eve");
    ObjectNode document = other.actorDocument("eve");
    // Eve claims Paula's id for the owner of her key.
    ((ObjectNode) document.path("publicKey")).put("owner", paula.value());
    other.serve(document);
    assertThat(other.post(ben.inbox(), eve, create(paula, "1"))).isEqualTo(401);
  }

  @Test
  void somebodyElsesActivityIsBelievedWithASignatureInside() {
    peer.post(ben.inbox(), paula, create(paula, "known"));
    Iri relay = other.actor("relay");
    ObjectNode signed =
        LinkedDataSignature.sign(create(paula, "1"), peer.key(paula), clock.instant());
    assertThat(other.post(ben.inbox(), relay, signed)).isEqualTo(202);
    Node.settle(node);
    assertThat(node.handled).hasSize(2);
    Received received = node.handled.getLast();
    assertThat(received.forwarded()).isTrue();
    assertThat(received.actor().iri()).isEqualTo(paula);
    assertThat(received.signer().iri()).isEqualTo(relay);
  }

  @Test
  void somebodyElsesActivityIsAskedForWhereItComesFrom() {
    Iri relay = other.actor("relay");
    ObjectNode lie = create(paula, "1");
    ((ObjectNode) lie.path("object")).put("content", "a lie");
    peer.serve(peer.note(paula, "1"));
    assertThat(other.post(ben.inbox(), relay, lie)).isEqualTo(202);
    Received received = onlyHandled();
    ObjectDocument note = (ObjectDocument) received.activity().objectThing();
    assertThat(note.content()).isEqualTo("<p>1</p>");
    assertThat(received.activity().id()).isNull();
  }

  @Test
  void somebodyElsesActivityIsRefusedWhereNobodyKnowsIt() {
    Iri relay = other.actor("relay");
    other.post(ben.inbox(), relay, create(paula, "invented"));
    assertThat(onlyRefusal()).contains("not signed by its actor");
  }

  @Test
  void aForwardedDeleteIsBelievedOnlyWhenTheThingIsGone() {
    peer.post(ben.inbox(), paula, create(paula, "1"));
    Node.settle(node);
    node.handled.clear();
    Iri relay = other.actor("relay");
    peer.serve(peer.note(paula, "1"));
    ObjectNode delete = peer.activity(paula, "Delete", "d");
    delete.put("object", peer.iri("/notes/1").value());
    other.post(ben.inbox(), relay, delete);
    assertThat(onlyRefusal()).contains("not signed by its actor");
    peer.serve("/notes/1", 410, "");
    other.post(ben.inbox(), relay, delete);
    Node.settle(node);
    assertThat(node.handled).hasSize(1);
  }

  @Test
  void anObjectOfSomebodyElseIsRefused() {
    ObjectNode create = create(paula, "1");
    ((ObjectNode) create.path("object")).put("attributedTo", peer.actor("quentin").value());
    peer.post(ben.inbox(), paula, create);
    assertThat(onlyRefusal()).contains("attributed to somebody else");
  }

  @Test
  void anActivityWithAForeignIdIsRefused() {
    ObjectNode create = create(paula, "1");
    create.put("id", other.iri("/activities/1").value());
    peer.post(ben.inbox(), paula, create);
    assertThat(onlyRefusal()).contains("another server");
  }

  @Test
  void foreignThingsWrittenOutAreCutDownToTheirIds() {
    Iri somebody = other.actor("somebody");
    ObjectNode announce = peer.activity(paula, "Announce", "a");
    announce.set("object", other.note(somebody, "forged"));
    peer.post(ben.inbox(), paula, announce);
    Received received = onlyHandled();
    assertThat(received.activity()).isInstanceOf(Activity.Announce.class);
    assertThat(received.activity().object()).isEqualTo(Ref.of(other.iri("/notes/forged")));
  }

  @Test
  void whatCannotBeDoneNowIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    node.handler =
        received -> {
          if (tries.incrementAndGet() < 3) throw new TryLater("not yet");
          return tx -> node.handled.add(received);
        };
    peer.post(ben.inbox(), paula, create(paula, "1"));
    Node.settle(node);
    assertThat(tries).hasValue(1);
    clock.advance(Duration.ofMinutes(1));
    Node.settle(node);
    clock.advance(Duration.ofMinutes(2));
    Node.settle(node);
    assertThat(node.handled).hasSize(1);
  }

  @Test
  void oneBadEffectDoesNotSpoilItsNeighbours() {
    node.handler =
        received ->
            tx -> {
              if (received.activity().id().value().endsWith("/3"))
                throw new Refused.Forbidden("not this one");
              tx.afterCommit(() -> node.handled.add(received));
            };
    for (int i = 0; i < 6; i++) peer.post(ben.inbox(), paula, create(paula, "" + i));
    Node.settle(node);
    assertThat(node.handled).hasSize(5);
    assertThat(node.federation.refusals(10))
        .extracting(Refusal::reason)
        .containsExactly("not this one");
  }

  @Test
  void whatWasTakenInSurvivesTheEndOfTheProcess() throws Exception {
    node.handler =
        received -> {
          throw new TryLater("the process ends before it is done");
        };
    peer.post(ben.inbox(), paula, create(paula, "1"));
    Node.settle(node);
    node.close();
    clock.advance(Duration.ofMinutes(5));
    node = new Node("beta.test", folder, Databases.sqlite(folder), clock);
    node.federation.start();
    Node.settle(node);
    assertThat(node.handled).hasSize(1);
  }

  @Test
  void aSuspendedActorIsTurnedAway() {
    peer.post(ben.inbox(), paula, create(paula, "1"));
    Actor known = node.actors.byIri(paula).orElseThrow();
    node.database.run(tx -> node.actors.judge(tx, known.id(), Standing.SUSPENDED));
    node.database.settle();
    assertThat(peer.post(ben.inbox(), paula, create(paula, "2"))).isEqualTo(403);
  }
}
