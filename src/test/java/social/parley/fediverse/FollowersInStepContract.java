package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.FollowersDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

  /** An actor elsewhere follows Ben and says that these are its followers on Ben's server. */
  private void says(Outsider foreign, String author, List<String> followers) {
    foreign.send(
        ben.server(),
        foreign.activity("Follow", "/follows/" + foreign.asked().size(), author, ben.iri()),
        CollectionSynchronization.HEADER,
        new CollectionSynchronization(
                new Iri(author + "/followers"),
                new Iri(author + "/part"),
                FollowersDigest.of(followers.stream().map(Iri::new).toList()))
            .write());
    fediverse.settle();
  }

  private static ObjectNode part(Outsider foreign, List<String> followers) {
    ObjectNode part = foreign.document("OrderedCollectionPage", "/author/part");
    followers.forEach(part.putArray("orderedItems")::add);
    return part;
  }

  private static long pagesAsked(Outsider foreign) {
    return foreign.asked().stream().filter(path -> path.contains("/part")).count();
  }

  /** A page that leads to another, up to a twentieth. */
  private static void servePages(Outsider foreign) {
    List<String> paths =
        Stream.concat(Stream.of("/author/part"), IntStream.range(1, 20).mapToObj(i -> "/part/" + i))
            .toList();
    for (int i = 0; i + 1 < paths.size(); i++)
      foreign.serve(
          paths.get(i), part(foreign, List.of()).put("next", foreign.at(paths.get(i + 1))));
  }

  @Test
  void aListHasAnEnd() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    servePages(foreign);
    says(foreign, author, List.of(cleo.iri()));
    fediverse.after(Duration.ofMinutes(2));
    assertThat(pagesAsked(foreign)).isEqualTo(10);
  }

  @Test
  void aListThatBeginsAgainIsOver() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.serve("/author/part", part(foreign, List.of()).put("next", author + "/part"));
    says(foreign, author, List.of(cleo.iri()));
    fediverse.after(Duration.ofMinutes(2));
    assertThat(pagesAsked(foreign)).isEqualTo(1);
  }

  @Test
  void aSlowServerIsNotWaitedFor() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    servePages(foreign);
    says(foreign, author, List.of(cleo.iri()));
    foreign.takes(Duration.ofSeconds(25));
    fediverse.after(Duration.ofMinutes(2));
    foreign.takes(Duration.ZERO);
    fediverse.after(Duration.ofHours(1));
    assertThat(pagesAsked(foreign)).isEqualTo(3);
  }

  @Test
  void whoIsLetInWhileTheListIsReadStays() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.befriend(fediverse, cleo, author);
    ben.post("/api/v1/accounts/" + ben.idOf(author) + "/follow");
    fediverse.settle();
    ObjectNode follow = (ObjectNode) foreign.inbox().getLast();
    foreign.serve("/author/part", part(foreign, List.of()));
    foreign.meanwhile(
        "/author/part",
        () -> {
          foreign.send(ben.server(), foreign.activity("Accept", "/accepts/ben", author, follow));
          ben.server().settle();
        });
    says(foreign, author, List.of());
    fediverse.after(Duration.ofMinutes(2));
    fediverse.settle();
    assertThat(following(cleo, author)).as("not listed").isFalse();
    assertThat(following(ben, author)).as("came later").isTrue();
  }

  private static boolean following(Person person, String actor) {
    return person
        .get("/api/v1/accounts/relationships?id=" + person.idOf(actor))
        .at("/0/following")
        .asBoolean();
  }

  @Test
  void aHostIsAskedForOneActorAtATime() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    String other = foreign.actor("other");
    says(foreign, author, List.of(cleo.iri()));
    says(foreign, other, List.of(cleo.iri()));
    fediverse.after(Duration.ofMinutes(2));
    assertThat(foreign.asked()).contains("/author/part").doesNotContain("/other/part");
    says(foreign, other, List.of(cleo.iri()));
    fediverse.after(Duration.ofMinutes(2));
    assertThat(foreign.asked()).contains("/other/part");
  }

  @Test
  void whoDoesNotFollowIsTakenBackAFewAtATime() {
    List<String> many =
        IntStream.range(0, 21)
            .mapToObj(i -> fediverse.person("many" + i, "beta.test").iri())
            .toList();
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    foreign.serve("/author/part", part(foreign, many));
    says(foreign, author, many);
    fediverse.after(Duration.ofMinutes(2));
    assertThat(foreign.received().stream().filter("Undo"::equals)).hasSize(20);
  }

  @Test
  void anInboxElsewhereIsToldNothing() {
    Outsider victim = fediverse.outsider("victim.test");
    Outsider foreign = fediverse.outsider("foreign.test");
    String author = foreign.actor("author");
    var document = (ObjectNode) Json.MAPPER.readTree(foreign.served("/author"));
    foreign.serve("/author", document.put("inbox", victim.at("/inbox")));
    foreign.serve("/author/part", part(foreign, List.of(cleo.iri())));
    says(foreign, author, List.of(cleo.iri()));
    fediverse.after(Duration.ofMinutes(2));
    assertThat(foreign.asked()).contains("/author/part");
    assertThat(victim.received()).doesNotContain("Undo");
  }
}
