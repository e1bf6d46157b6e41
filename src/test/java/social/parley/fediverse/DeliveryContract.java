package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.federation.Backlog;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deliveries that meet with difficulties. */
abstract class DeliveryContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;

  abstract Fediverse open(String... hosts);

  /** Ben follows Ada. */
  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    ben.follow(ada);
    fediverse.settle();
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  /** A foreign server one of whose actors follows Ada. */
  private Outsider follower(String host) {
    Outsider outsider = fediverse.outsider(host);
    String fan = outsider.actor("fan");
    outsider.send(ada.server(), outsider.activity("Follow", "/follows/1", fan, ada.iri()));
    fediverse.settle();
    assertThat(outsider.received()).containsExactly("Accept");
    return outsider;
  }

  private static List<String> notes(Outsider at) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : at.inbox())
      if (one.path("type").asString().equals("Create"))
        texts.add(one.at("/object/content").asString().replaceAll("<[^>]*>", ""));
    return texts;
  }

  @Test
  void everyHostGetsEverythingInOrder() {
    Outsider foreign = follower("foreign.test");
    List<String> texts = IntStream.range(0, 30).mapToObj(i -> "Number " + i).toList();
    texts.forEach(ada::write);
    fediverse.settle();
    assertThat(notes(foreign)).containsExactlyElementsOf(texts);
    assertThat(ben.homeTexts().reversed()).containsExactlyElementsOf(texts);
  }

  @Test
  void aHostThatWasDownForDaysGetsEverything() {
    ben.server().stop();
    List<String> texts = new ArrayList<>();
    for (int day = 1; day <= 4; day++) {
      texts.add("Day " + day);
      ada.write("Day " + day);
      fediverse.settle();
      fediverse.after(Duration.ofDays(1));
    }
    ben.server().start();
    fediverse.after(Duration.ofHours(16));
    assertThat(ben.homeTexts().reversed()).containsExactlyElementsOf(texts);
  }

  @Test
  void aHostThatIsHeardOfAgainIsTriedAtOnce() {
    ben.server().stop();
    ada.write("While you were away");
    for (int i = 0; i < 20; i++) fediverse.after(Duration.ofHours(3));
    ben.server().start();
    ben.write("I am back, @" + ada.handle());
    fediverse.settle();
    assertThat(ada.notifications()).contains("mention ben");
    fediverse.settle();
    assertThat(ben.homeTexts()).contains("While you were away");
  }

  /** What waits for a host that does not answer, and what it gets when it does again. */
  private Outsider deaf(String host, String... texts) {
    Outsider foreign = follower(host);
    foreign.answers(503);
    List.of(texts).forEach(ada::write);
    fediverse.settle();
    for (int i = 0; i < 10; i++) fediverse.after(Duration.ofHours(5));
    foreign.answers(202);
    return foreign;
  }

  @Test
  void aHostThatWasReadFromIsTriedAtOnce() {
    Outsider foreign = deaf("foreign.test", "One", "Two");
    String fan = foreign.at("/fan");
    foreign.serve("/notes/1", foreign.note("/notes/1", fan, "Still here"));
    assertThat(ada.find(foreign.at("/notes/1"), true)).isPresent();
    fediverse.settle();
    assertThat(notes(foreign)).containsExactly("One", "Two");
  }

  @Test
  void aHostThatReadsUnderItsNameIsTriedAtOnce() {
    Outsider foreign = deaf("foreign.test", "One", "Two");
    Status secret = ada.write("For followers", "visibility", "private");
    assertThat(foreign.get(secret.uri(), foreign.at("/fan")).statusCode()).isEqualTo(200);
    fediverse.settle();
    assertThat(notes(foreign)).containsExactly("One", "Two", "For followers");
  }

  @Test
  void whatIsForSomebodyGoesFirstAndSendersTakeTurns() {
    Outsider foreign = follower("foreign.test");
    Person cora = fediverse.person("cora", "alpha.test");
    Person dora = fediverse.person("dora", "alpha.test");
    String fan = foreign.at("/fan");
    foreign.send(cora.server(), foreign.activity("Follow", "/follows/2", fan, cora.iri()));
    fediverse.settle();
    foreign.answers(503);
    for (int i = 1; i <= 4; i++) ada.write("Ada " + i);
    for (int i = 1; i <= 2; i++) cora.write("Cora " + i);
    String you = "@fan@" + foreign.authority();
    cora.write("Cora 3 " + you);
    dora.write("Dora 1 " + you);
    dora.write("Dora 2 " + you);
    foreign.send(dora.server(), foreign.activity("Follow", "/follows/3", fan, dora.iri()));
    fediverse.settle();
    int before = foreign.inbox().size();
    foreign.answers(202);
    fediverse.after(Duration.ofHours(1));
    assertThat(foreign.received().subList(before, before + 4))
        .containsExactly("Create", "Create", "Accept", "Create");
    assertThat(notes(foreign).stream().map(text -> text.replaceAll(" @.*", "")))
        .containsExactly(
            "Dora 1", "Dora 2", "Ada 1", "Cora 1", "Ada 2", "Cora 2", "Ada 3", "Cora 3", "Ada 4");
  }

  @Test
  void aHostThatStaysAwayIsParkedUntilItIsHeardOf() {
    Outsider foreign = follower("foreign.test");
    foreign.answers(503);
    ada.write("While you were away");
    for (int i = 0; i < 20; i++) fediverse.after(Duration.ofHours(12));
    foreign.answers(202);
    ada.write("Nobody carries this there");
    fediverse.after(Duration.ofDays(30));
    assertThat(notes(foreign)).isEmpty();
    assertThat(host(foreign).outgoing()).as("nothing piles up").isZero();
    ben.write("Others get theirs, @" + ada.handle());
    fediverse.settle();
    assertThat(ada.notifications()).contains("mention ben");
    String fan = foreign.at("/fan");
    foreign.send(ada.server(), foreign.activity("Like", "/likes/1", fan, ada.iri()));
    fediverse.settle();
    ada.write("Welcome back");
    fediverse.settle();
    assertThat(notes(foreign)).containsExactly("Welcome back");
  }

  @Test
  void aServerThatRestartsGoesOnWithWhatItHad() {
    Outsider foreign = follower("foreign.test");
    foreign.answers(503);
    ada.write("Not yet");
    fediverse.settle();
    assertThat(notes(foreign)).isEmpty();
    ada.server().restart();
    foreign.answers(202);
    ada.write("And this");
    fediverse.after(Duration.ofHours(1));
    assertThat(notes(foreign)).containsExactly("Not yet", "And this");
  }

  @Test
  void whatIsRefusedIsNotSentAgain() {
    Outsider foreign = follower("foreign.test");
    foreign.answers(400);
    ada.write("Refused");
    fediverse.settle();
    foreign.answers(202);
    fediverse.after(Duration.ofDays(1));
    ada.write("Taken");
    fediverse.settle();
    assertThat(notes(foreign)).containsExactly("Taken");
  }

  @Test
  void theStaffSeesWhenAHostWasReachedAndMayStopIt() {
    Outsider foreign = follower("foreign.test");
    ada.write("Taken");
    fediverse.settle();
    assertThat(host(foreign).reachedAt()).isNotNull();
    foreign.answers(503);
    ada.write("Lost");
    fediverse.settle();
    assertThat(host(foreign).reason()).contains("503");
    assertThat(host(foreign).outgoing()).isEqualTo(1);
    ada.server().community().backlog().stop(foreign.authority());
    ada.server().restart();
    foreign.answers(202);
    ada.write("Lost as well");
    fediverse.after(Duration.ofDays(1));
    assertThat(host(foreign).stopped()).isTrue();
    assertThat(host(foreign).outgoing()).isZero();
    assertThat(ada.server().community().backlog().retry(foreign.authority())).isTrue();
    ada.server().restart();
    ada.write("Again");
    fediverse.settle();
    assertThat(notes(foreign)).containsExactly("Taken", "Again");
  }

  private Backlog.Waiting host(Outsider foreign) {
    return ada.server().community().backlog().hosts(10).stream()
        .filter(host -> host.host().equals(foreign.authority()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneDeliveryThatAHostCannotTakeHoldsUpNoOthers() {
    Outsider foreign = follower("foreign.test");
    foreign.stumblesOver("indigestible");
    List.of("Before", "indigestible", "After").forEach(ada::write);
    fediverse.settle();
    for (int i = 0; i < 8; i++) fediverse.after(Duration.ofMinutes(3));
    assertThat(notes(foreign)).containsExactly("Before", "After");
    foreign.stumblesOver(null);
    fediverse.after(Duration.ofDays(1));
    assertThat(notes(foreign)).containsExactly("Before", "After", "indigestible");
  }

  @Test
  void aHostThatDoesNotAnswerHoldsUpNobody() throws InterruptedException {
    Outsider stuck = follower("stuck.test");
    CountDownLatch released = new CountDownLatch(1);
    stuck.holds(released);
    Status post = ada.write("For all");
    Thread settling = Thread.ofVirtual().start(fediverse::settle);
    try {
      Await.until("Ben has it while the other host is stuck", () -> ben.sees(post).isPresent());
      assertThat(notes(stuck)).isEmpty();
    } finally {
      released.countDown();
      settling.join();
    }
    assertThat(notes(stuck)).containsExactly("For all");
  }

  @Test
  void oneInboxIsSentOneCopy() {
    Outsider foreign = follower("foreign.test");
    for (String name : List.of("second", "third")) {
      String actor = foreign.actor(name);
      foreign.serve("/" + name, shared(foreign, name));
      foreign.send(ada.server(), foreign.activity("Follow", "/follows/" + name, actor, ada.iri()));
    }
    fediverse.settle();
    ada.write("Once");
    fediverse.settle();
    assertThat(foreign.inboxPaths().stream().filter(path -> path.equals("/shared"))).hasSize(1);
    assertThat(notes(foreign)).as("one to the shared inbox, one to the fan's").hasSize(2);
  }

  private static JsonNode shared(Outsider at, String name) {
    var actor = (ObjectNode) Json.MAPPER.readTree(at.served("/" + name));
    actor.putObject("endpoints").put("sharedInbox", at.at("/shared"));
    return actor;
  }
}
