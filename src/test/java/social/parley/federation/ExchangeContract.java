package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.storage.Database;

/** Two servers exchange activities over real HTTP. */
abstract class ExchangeContract {
  @TempDir Path folder;
  final TestClock clock = new TestClock();
  Node alpha;
  Node beta;
  Actor anna;
  Actor ben;

  abstract Database open(Path where);

  @BeforeEach
  void start() {
    alpha = new Node("alpha.test", folder.resolve("a"), open(folder.resolve("a")), clock);
    beta = new Node("beta.test", folder.resolve("b"), open(folder.resolve("b")), clock);
    anna = alpha.person("anna");
    ben = beta.person("ben");
  }

  @AfterEach
  void stop() throws Exception {
    alpha.close();
    beta.close();
  }

  Activity note(Actor author, String name) {
    Iri id = new Iri(author.iri().value() + "/posts/" + name);
    Audience audience = Audience.to(Audience.PUBLIC);
    ObjectDocument note =
        ObjectDocument.of(ObjectKind.NOTE, id)
            .attributedTo(List.of(author.iri()))
            .audience(audience)
            .content("Hello " + name)
            .build();
    return new Activity.Create(
        Envelope.of(new Iri(id.value() + "/activity"), author.iri(), audience), Ref.of(note));
  }

  @Test
  void whatOneSendsTheOtherHandles() {
    alpha.send(anna, note(anna, "1"), ben.inbox());
    Node.settle(alpha, beta);
    assertThat(beta.handled).hasSize(1);
    Received received = beta.handled.getFirst();
    assertThat(received.activity()).isInstanceOf(Activity.Create.class);
    assertThat(received.actor().iri()).isEqualTo(anna.iri());
    assertThat(received.actor().handle()).isEqualTo(anna.handle());
    assertThat(received.forwarded()).isFalse();
  }

  @Test
  void orderIsKept() {
    for (int i = 0; i < 60; i++) alpha.send(anna, note(anna, "n" + i), ben.sharedInbox());
    Node.settle(alpha, beta);
    assertThat(beta.handled)
        .extracting(one -> one.activity().objectId().value().replaceAll(".*/n", ""))
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(Integer::toString).toList());
  }

  @Test
  void aRepeatedActivityHasOneEffect() {
    alpha.send(anna, note(anna, "1"), ben.inbox());
    alpha.send(anna, note(anna, "1"), ben.sharedInbox());
    Node.settle(alpha, beta);
    alpha.send(anna, note(anna, "1"), ben.inbox());
    Node.settle(alpha, beta);
    assertThat(beta.handled).hasSize(1);
  }

  @Test
  void whatIsForEveryoneCanBePassedOnByAnybody() throws Exception {
    beta.meet(anna);
    try (FakePeer peer = new FakePeer("peer.test", clock)) {
      alpha.send(anna, note(anna, "1"), peer.iri("/inbox"));
      Node.settle(alpha);
      byte[] body = peer.inbox.getFirst().getBytes(StandardCharsets.UTF_8);
      Iri relay = peer.actor("relay");
      assertThat(peer.post(ben.sharedInbox(), peer.key(relay), body)).isEqualTo(202);
    }
    Node.settle(beta);
    Received received = beta.handled.getFirst();
    assertThat(received.forwarded()).isTrue();
    assertThat(received.activity().id()).isEqualTo(note(anna, "1").id());
  }
}
