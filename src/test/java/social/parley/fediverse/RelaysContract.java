package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.activitystreams.Audience;
import social.parley.core.Iri;
import social.parley.relays.Relay;
import social.parley.relays.Relays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Relays, which bring public posts of strangers and take ours. */
abstract class RelaysContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;
  private Outsider relay;
  private String actor;

  abstract Fediverse open(String... hosts);

  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    relay = fediverse.outsider("relay.test");
    actor = relay.actor("relay");
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  private static Relays relays(Person of) {
    return of.server().community().relays();
  }

  /** Asks the relay, which agrees. */
  private Relay subscribe(Person of, String path) {
    relays(of).subscribe(new Iri(relay.at(path)));
    fediverse.settle();
    JsonNode follow = relay.last();
    assertThat(follow.path("type").asString()).isEqualTo("Follow");
    assertThat(follow.path("actor").asString())
        .isEqualTo(of.server().settings().at("/actor").value());
    String id = "/accepts/" + relay.inbox().size();
    relay.send(of.server(), relay.activity("Accept", id, actor, follow));
    fediverse.settle();
    assertThat(relays(of).all()).extracting(Relay::accepted).containsExactly(true);
    return relays(of).all().getFirst();
  }

  @Test
  void publicPostsGoToARelayThatTakesActivities() {
    subscribe(ada, "/inbox");
    assertThat(relay.last().path("object").asString()).isEqualTo(Audience.PUBLIC.value());
    ada.write("Quiet", "visibility", "unlisted");
    ada.write("Private", "visibility", "private");
    Status post = ada.write("For all");
    fediverse.settle();
    assertThat(relay.received()).containsExactly("Follow", "Create");
    assertThat(relay.last().at("/object/id").asString()).isEqualTo(post.uri());
    assertThat(relay.last().has("signature")).as("others can believe it").isTrue();
    ada.delete(post);
    fediverse.settle();
    assertThat(relay.received()).containsExactly("Follow", "Create", "Delete");
  }

  @Test
  void publicPostsAreBoostedForARelayThatTakesBoosts() {
    subscribe(ada, "/relay");
    assertThat(relay.last().path("object").asString()).isEqualTo(actor);
    ada.write("Private", "visibility", "private");
    Status post = ada.write("For all");
    fediverse.settle();
    assertThat(relay.received()).containsExactly("Follow", "Announce");
    assertThat(relay.last().path("object").asString()).isEqualTo(post.uri());
  }

  @Test
  void whatARelayBoostsIsSeenByAllAndInNoHome() {
    subscribe(ada, "/relay");
    Status post = ben.write("Hello from afar");
    Status hidden = ben.write("Not for all", "visibility", "unlisted");
    announce(post, "/announces/1");
    announce(hidden, "/announces/2");
    assertThat(ada.publicTexts()).containsExactly("Hello from afar");
    assertThat(ada.homeTexts()).isEmpty();
    assertThat(ada.view(post).json().path("reblogs_count").asInt()).isZero();
    assertThat(ada.sees(hidden)).isEmpty();
  }

  private void announce(Status post, String id) {
    relay.send(ada.server(), relay.activity("Announce", id, actor, post.uri()));
    fediverse.settle();
  }

  @Test
  void whatARelayPassesOnIsTakenAsItsAuthorsWord() {
    subscribe(ben, "/inbox");
    subscribe(ada, "/inbox");
    ben.write("Passed on");
    fediverse.settle();
    ObjectNode create = (ObjectNode) relay.last();
    assertThat(relay.send(ada.server(), create, actor)).isEqualTo(202);
    fediverse.settle();
    assertThat(ada.publicTexts()).containsExactly("Passed on");
    assertThat(ada.homeTexts()).isEmpty();
  }

  @Test
  void strangersAreNoRelays() {
    Status post = ben.write("Hello from afar");
    announce(post, "/announces/1");
    assertThat(ada.publicTexts()).isEmpty();
    Relay left = subscribe(ada, "/inbox");
    relays(ada).unsubscribe(left.id());
    fediverse.settle();
    assertThat(relay.last().path("type").asString()).isEqualTo("Undo");
    assertThat(relay.last().at("/object/id").asString()).isEqualTo(left.follow().value());
    announce(post, "/announces/2");
    assertThat(ada.publicTexts()).isEmpty();
    ada.write("For nobody there");
    fediverse.settle();
    assertThat(relay.received()).isEqualTo(List.of("Follow", "Undo"));
  }

  @Test
  void nobodyElseAcceptsForARelay() {
    relays(ada).subscribe(new Iri(relay.at("/inbox")));
    fediverse.settle();
    Outsider other = fediverse.outsider("foreign.test");
    String liar = other.actor("liar");
    other.send(ada.server(), other.activity("Accept", "/accepts/1", liar, relay.last()));
    fediverse.settle();
    assertThat(relays(ada).all()).extracting(Relay::accepted).containsExactly(false);
  }
}
