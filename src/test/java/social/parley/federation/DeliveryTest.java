package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Addresses;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.fediverse.TestNames;
import social.parley.storage.Databases;

/** What is sent arrives: in order, in spite of failing hosts, and of ends of the process. */
class DeliveryTest {
  @TempDir Path folder;
  final TestClock clock = new TestClock();
  Node node;
  Actor anna;
  FakePeer peer;

  @BeforeEach
  void start() throws Exception {
    node = new Node("alpha.test", folder, Databases.sqlite(folder), clock);
    anna = node.person("anna");
    peer = new FakePeer("peer.test", clock);
  }

  @AfterEach
  void stop() throws Exception {
    peer.close();
    node.close();
  }

  private Activity like(String name) {
    return new Activity.Like(
        Envelope.of(
            new Iri(anna.iri() + "/likes/" + name), anna.iri(), Audience.to(peer.iri("/paula"))),
        Ref.of(peer.iri("/notes/1")));
  }

  private void send(String name, String... inboxes) {
    Iri[] all = new Iri[inboxes.length];
    for (int i = 0; i < inboxes.length; i++) all[i] = peer.iri(inboxes[i]);
    node.send(anna, like(name), all);
  }

  private List<String> arrived() {
    return peer.inbox.stream()
        .map(body -> body.replaceAll("(?s).*/likes/(\\w+)\".*", "$1"))
        .toList();
  }

  private long posts() {
    return peer.asked.stream().filter(line -> line.startsWith("POST")).count();
  }

  @Test
  void eachInboxGetsItOnceAndOurOwnNotAtAll() {
    node.send(
        anna,
        like("1"),
        peer.iri("/inbox"),
        peer.iri("/inbox"),
        peer.iri("/paula/inbox"),
        anna.inbox());
    Node.settle(node);
    assertThat(peer.asked).containsExactlyInAnyOrder("POST /inbox", "POST /paula/inbox");
  }

  @Test
  void whatWaitsBehindTheOthersOfItsSenderIsNotUrgent() {
    List<Set<String>> told = new ArrayList<>();
    Addresses addresses = new Addresses(node.settings);
    Ids ids = new Ids(clock, new Random(8));
    DeliveryQueue queue = new DeliveryQueue(addresses, ids, clock);
    queue.listen((_, urgent, others) -> told.addAll(List.of(urgent, others)));
    Outbox outbox = new Outbox(addresses, ids, queue);
    Iri boost = new Iri(anna.iri() + "/boosts/1");
    Activity forAll =
        new Activity.Announce(
            Envelope.of(boost, anna.iri(), Audience.to(Audience.PUBLIC)),
            Ref.of(peer.iri("/notes/1")));
    for (Activity one : List.of(like("1"), forAll, like("2")))
      node.database.run(tx -> outbox.send(tx, anna, one, List.of(peer.iri("/inbox"))));
    node.database.settle();
    Set<String> host = Set.of(peer.iri("/").authority());
    assertThat(told).containsExactly(host, Set.of(), Set.of(), host, Set.of(), host);
  }

  @Test
  void aFailingHostIsTriedWithOneDeliveryAfterLongerAndLongerPauses() {
    peer.inboxStatus = 503;
    for (int i = 0; i < 5; i++) send("n" + i, "/inbox");
    Node.settle(node);
    assertThat(posts()).isEqualTo(1);
    List<Long> tries = new ArrayList<>();
    for (int hour = 0; hour < 48; hour++) {
      long before = posts();
      clock.advance(Duration.ofHours(1));
      Node.settle(node);
      tries.add(posts() - before);
    }
    assertThat(tries).allMatch(number -> number <= 1);
    assertThat(tries.stream().mapToLong(number -> number).sum()).isBetween(6L, 20L);
    peer.inboxStatus = 202;
    clock.advance(Duration.ofHours(16));
    Node.settle(node);
    assertThat(arrived()).containsExactly("n0", "n1", "n2", "n3", "n4");
  }

  @Test
  void aHostThatStaysAwayForAWeekIsGivenUpUntilItSendsSomething() {
    peer.inboxStatus = 500;
    send("lost", "/inbox");
    Node.settle(node);
    for (int day = 0; day < 9; day++) {
      clock.advance(Duration.ofDays(1));
      Node.settle(node);
    }
    peer.inboxStatus = 202;
    send("alsoLost", "/inbox");
    Node.settle(node);
    assertThat(arrived()).isEmpty();
    Iri paula = peer.actor("paula");
    var hello = peer.activity(paula, "Like", "hello");
    hello.put("object", anna.iri().value());
    assertThat(peer.post(anna.inbox(), paula, hello)).isEqualTo(202);
    send("found", "/inbox");
    Node.settle(node);
    assertThat(arrived()).containsExactly("found");
  }

  @Test
  void aFailingHostIsTriedAtOnceWhenItSendsSomething() {
    peer.inboxStatus = 500;
    send("1", "/inbox");
    Node.settle(node);
    peer.inboxStatus = 202;
    Iri paula = peer.actor("paula");
    var hello = peer.activity(paula, "Like", "hello");
    hello.put("object", anna.iri().value());
    peer.post(anna.inbox(), paula, hello);
    Node.settle(node);
    assertThat(arrived()).containsExactly("1");
  }

  @Test
  void aRefusedDeliveryIsNotRepeated() {
    peer.inboxStatus = 400;
    send("1", "/inbox");
    Node.settle(node);
    clock.advance(Duration.ofDays(1));
    Node.settle(node);
    assertThat(arrived()).isEmpty();
    peer.inboxStatus = 202;
    send("2", "/inbox");
    Node.settle(node);
    assertThat(arrived()).containsExactly("2");
  }

  @Test
  void whatWaitsSurvivesTheEndOfTheProcess() throws Exception {
    peer.inboxStatus = 503;
    for (int i = 0; i < 3; i++) send("n" + i, "/inbox", "/paula/inbox");
    Node.settle(node);
    node.close();
    peer.inboxStatus = 202;
    clock.advance(Duration.ofMinutes(5));
    node = new Node("alpha.test", folder, Databases.sqlite(folder), clock);
    node.federation.start();
    Node.settle(node);
    assertThat(arrived()).hasSize(6).contains("n0", "n1", "n2");
  }

  @Test
  void aHostThatNeverAnswersDoesNotSlowTheOthers() throws Exception {
    InetAddress address = TestNames.address("silent.test");
    try (ServerSocket silent = new ServerSocket(0, 50, address)) {
      List<Iri> inboxes = new ArrayList<>();
      for (int i = 0; i < 20; i++)
        inboxes.add(new Iri("http://silent.test:" + silent.getLocalPort() + "/inbox/" + i));
      node.send(anna, like("1"), inboxes.toArray(new Iri[0]));
      send("2", "/inbox");
      // Before the deadline of what the silent host was sent.
      peer.awaitArrivals(1, 25);
    }
  }
}
