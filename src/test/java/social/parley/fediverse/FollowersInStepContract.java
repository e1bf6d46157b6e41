package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.FollowersDigest;
import tools.jackson.databind.JsonNode;

/** Two servers that have lost messages about who follows whom (FEP-8fcf). */
abstract class FollowersInStepContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;
  private Person cleo;

  abstract Fediverse open(String... hosts);

  /** Ben and Cleo follow Ada. */
  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    cleo = fediverse.person("cleo", "beta.test");
    ben.follow(ada);
    cleo.follow(ada);
    fediverse.settle();
    assertThat(ada.is("followed_by", ben)).isTrue();
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  /** Lasts longer than anything is tried again. */
  private void longSilence() {
    for (int day = 0; day < 12; day++) fediverse.after(Duration.ofHours(20));
  }

  private void writeForFollowers(String text) {
    ada.write(text, "visibility", "private");
    fediverse.settle();
    fediverse.after(Duration.ofMinutes(2));
  }

  @Test
  void aLostUndoIsSaidAgain() {
    ada.server().stop();
    ben.unfollow(ada);
    longSilence();
    ada.server().start();
    assertThat(ada.is("followed_by", ben)).as("nobody has told").isTrue();
    writeForFollowers("Who is still there?");
    assertThat(ada.is("followed_by", ben)).isFalse();
    assertThat(ada.is("followed_by", cleo)).isTrue();
    assertThat(ada.profile(ada).path("followers_count").asInt()).isEqualTo(1);
    assertThat(cleo.homeTexts()).contains("Who is still there?");
  }

  @Test
  void aLostRemovalIsNoticed() {
    ben.server().stop();
    ada.removeFollower(ben);
    longSilence();
    ben.server().start();
    assertThat(ben.is("following", ada)).as("nobody has told").isTrue();
    cleo.write("Back, @" + ada.handle());
    fediverse.settle();
    writeForFollowers("For those whom I let");
    assertThat(ben.is("following", ada)).isFalse();
    assertThat(cleo.is("following", ada)).isTrue();
    writeForFollowers("Only for Cleo");
    assertThat(ben.homeTexts()).doesNotContain("Only for Cleo");
    assertThat(cleo.homeTexts()).contains("Only for Cleo");
  }

  @Test
  void aServerIsToldOfItsOwnPeopleOnly() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String fan = foreign.actor("fan");
    foreign.send(ada.server(), foreign.activity("Follow", "/follows/1", fan, ada.iri()));
    fediverse.settle();
    String part = ada.iri() + "/followers_synchronization";
    assertThat(foreign.get(part, null).statusCode()).isEqualTo(401);
    JsonNode shown = Json.MAPPER.readTree(foreign.get(part, fan).body());
    assertThat(shown.path("type").asString()).isEqualTo("OrderedCollection");
    assertThat(shown.path("orderedItems").valueStream().map(JsonNode::asString))
        .containsExactly(fan);
  }

  @Test
  void whatIsNotSignedIsNotBelieved() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.befriend(fediverse, ben, author);
    String note = foreign.create(foreign.note("/notes/1", author, "Hello")).toString();
    String said =
        new CollectionSynchronization(
                new Iri(author + "/followers"),
                new Iri(author + "/part"),
                FollowersDigest.of(List.of()))
            .write();
    Map<String, String> header = Map.of(CollectionSynchronization.HEADER, said);
    foreign.send(ben.server(), note, author, header);
    fediverse.settle();
    fediverse.after(Duration.ofMinutes(2));
    assertThat(foreign.asked()).doesNotContain("/author/part");
    assertThat(ben.homeTexts()).contains("Hello");
  }
}
