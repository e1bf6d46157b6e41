package social.parley.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.fetch.Fetched;
import social.parley.storage.Databases;

/** How actors and keys of other servers are looked for, and who is believed. */
class RemoteActorsTest {
  private static final String BEN = "https://away.example/users/ben";

  @TempDir Path folder;
  Household home;
  PaperFetcher network;

  @BeforeEach
  void start() {
    home = new Household(Databases.sqlite(folder));
    network = home.network;
    network.putActor(BEN, "ben", Household.PEM);
  }

  @AfterEach
  void stop() {
    home.database.close();
  }

  private Actor found(Resolution resolution) {
    assertThat(resolution).isInstanceOf(Resolution.Found.class);
    home.database.settle();
    return ((Resolution.Found) resolution).actor();
  }

  @Test
  void aHandleLeadsToAnActor() {
    Actor ben = found(home.remote.find(new Handle("ben", "away.example")));
    assertThat(ben.iri().value()).isEqualTo(BEN);
    assertThat(ben.acct()).isEqualTo("ben@away.example");
    assertThat(ben.displayName()).isEqualTo("The ben");
  }

  @Test
  void aKnownActorIsAskedForAgainAfterADay() {
    found(home.remote.find(new Iri(BEN)));
    network.asked.clear();
    found(home.remote.find(new Iri(BEN)));
    found(home.remote.find(new Handle("ben", "away.example")));
    assertThat(network.asked).isEmpty();
    home.clock.advance(Duration.ofHours(25));
    found(home.remote.find(new Iri(BEN)));
    assertThat(network.asked).contains(BEN);
  }

  @Test
  void anOldAnswerIsBetterThanNone() {
    found(home.remote.find(new Iri(BEN)));
    home.clock.advance(Duration.ofDays(3));
    network.answers.put(BEN, new Fetched.Unreachable("timeout", null));
    assertThat(found(home.remote.find(new Iri(BEN))).username()).isEqualTo("ben");
    network.asked.clear();
    found(home.remote.find(new Iri(BEN)));
    assertThat(network.asked).isEmpty();
  }

  @Test
  void aDeletedActorIsDeletedHereToo() {
    found(home.remote.find(new Iri(BEN)));
    network.answers.put(BEN, new Fetched.Gone());
    assertThat(home.remote.refresh(new Iri(BEN))).isInstanceOf(Resolution.Gone.class);
    home.database.settle();
    assertThat(home.remote.find(new Iri(BEN))).isInstanceOf(Resolution.Gone.class);
  }

  @Test
  void anotherDomainForTheHandleMustLinkBack() {
    network.putWebFinger("away.example", "ben@away.example", BEN);
    String url = "https://away.example/.well-known/webfinger?resource=acct%3Aben%40away.example";
    network.put(
        url,
        """
        {"subject": "acct:ben@people.example", "links": [
          {"rel": "self", "type": "application/activity+json", "href": "%s"}]}
        """
            .formatted(BEN));
    assertThat(found(home.remote.find(new Iri(BEN))).domain()).isEqualTo("away.example");
    network.putWebFinger("people.example", "ben@people.example", "https://people.example/other");
    assertThat(found(home.remote.refresh(new Iri(BEN))).domain()).isEqualTo("away.example");
    network.putWebFinger("people.example", "ben@people.example", BEN);
    assertThat(found(home.remote.refresh(new Iri(BEN))).domain()).isEqualTo("people.example");
  }

  @Test
  void anotherDomainLinksBackByTheSameName() {
    network.put(
        BEN,
        PaperFetcher.actor(BEN, "ada", BEN + "#main-key", Household.PEM)
            .replaceFirst("\\{", "{\"webfinger\": \"ben@people.example\", "));
    network.putWebFinger("people.example", "ben@people.example", BEN);
    network.putWebFinger("people.example", "ada@people.example", "https://people.example/ada");
    assertThat(found(home.remote.find(new Iri(BEN))).acct()).isEqualTo("ada@away.example");
  }

  @Test
  void aNameBelongsToWhomItsHostSays() {
    String fake = "https://away.example/files/fake";
    network.put(fake, PaperFetcher.actor(fake, "ben", fake + "#main-key", Household.OTHER_PEM));
    assertThat(home.remote.find(new Iri(fake))).isInstanceOf(Resolution.NotFound.class);
    assertThat(home.keys.key(new Iri(fake + "#main-key"))).isInstanceOf(KeyResult.Refused.class);
    assertThat(home.actors.byHandle(new Handle("ben", "away.example"))).isEmpty();
  }

  @Test
  void aPersonAndACommunityMayShareAName() {
    String club = "https://away.example/c/ben";
    network.put(club, PaperFetcher.actor(club, "ben", club + "#main-key", Household.OTHER_PEM));
    network.put(
        "https://away.example/.well-known/webfinger?resource=acct%3Aben%40away.example",
        """
        {"subject": "acct:ben@away.example", "links": [
          {"rel": "self", "type": "application/activity+json", "href": "%s"},
          {"rel": "self", "type": "application/activity+json", "href": "%s"}]}
        """
            .formatted(BEN, club));
    assertThat(found(home.remote.find(new Iri(BEN))).acct()).isEqualTo("ben@away.example");
    assertThat(found(home.remote.find(new Iri(club))).acct()).isEqualTo("ben@away.example");
  }

  @Test
  void aDocumentSpeaksOnlyForTheAddressItComesFrom() {
    String copy = "https://evil.example/ben";
    network.put(copy, PaperFetcher.actor(BEN, "evil", BEN + "#main-key", Household.OTHER_PEM));
    Actor ben = found(home.remote.find(new Iri(copy)));
    assertThat(ben.iri().value()).isEqualTo(BEN);
    assertThat(ben.username()).isEqualTo("ben");
    network.answers.put(
        BEN,
        PaperFetcher.document(
            "https://evil.example/redirected",
            PaperFetcher.actor(BEN, "evil", BEN + "#main-key", Household.OTHER_PEM)));
    assertThat(home.remote.refresh(new Iri(BEN))).isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void nobodyIsFoundWhereNobodyIs() {
    assertThat(home.remote.find(new Handle("nobody", "away.example")))
        .isInstanceOf(Resolution.NotFound.class);
    assertThat(home.remote.find(new Iri("https://server.home.example/users/x")))
        .isInstanceOf(Resolution.NotFound.class);
    network.put("https://away.example/note", "{\"type\": \"Note\", \"id\": \"https://a.b/c\"}");
    assertThat(home.remote.find(new Iri("https://away.example/note")))
        .isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void aLocalHandleIsNotAskedFor() {
    Actor anna = home.person("anna");
    assertThat(found(home.remote.find(new Handle("anna", "home.example")))).isEqualTo(anna);
    assertThat(found(home.remote.find(new Handle("anna", "server.home.example")))).isEqualTo(anna);
    assertThat(network.asked).isEmpty();
  }

  private KeyResult.Known known(KeyResult result) {
    assertThat(result).isInstanceOf(KeyResult.Known.class);
    return (KeyResult.Known) result;
  }

  @Test
  void aKeyIsFoundInTheDocumentOfItsOwner() {
    assertThat(known(home.keys.key(new Iri(BEN + "#main-key"))).key().owner().value())
        .isEqualTo(BEN);
    network.asked.clear();
    known(home.keys.key(new Iri(BEN + "#main-key")));
    assertThat(network.asked).isEmpty();
  }

  @Test
  void theOwnersIdStandsForItsKey() {
    assertThat(known(home.keys.key(new Iri(BEN))).key().owner().value()).isEqualTo(BEN);
  }

  @Test
  void aKeyWithADocumentOfItsOwnLeadsToItsOwner() {
    String keyId = BEN + "/main-key";
    network.put(BEN, PaperFetcher.actor(BEN, "ben", keyId, Household.PEM));
    network.put(
        keyId,
        """
        {"@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
         "id": "%s", "type": "Person", "preferredUsername": "ben",
         "publicKey": {"id": "%s", "owner": "%s", "publicKeyPem": "%s"}}
        """
            .formatted(BEN, keyId, BEN, Household.PEM.replace("\n", "\\n")));
    assertThat(known(home.keys.key(new Iri(keyId))).key().owner().value()).isEqualTo(BEN);
  }

  @Test
  void anOwnerWhoDoesNotNameTheKeyDoesNotHaveIt() {
    String keyId = "https://away.example/keys/1";
    network.put(
        keyId,
        """
        {"@context": "https://w3id.org/security/v1", "id": "%s", "type": "Key", "owner": "%s",
         "publicKeyPem": "%s"}
        """
            .formatted(keyId, BEN, Household.OTHER_PEM.replace("\n", "\\n")));
    assertThat(home.keys.key(new Iri(keyId))).isInstanceOf(KeyResult.Refused.class);
  }

  @Test
  void aKeyOnAnotherServerThanItsOwnerIsNotBelieved() {
    String keyId = "https://evil.example/key";
    network.put(
        keyId,
        """
        {"@context": "https://w3id.org/security/v1", "id": "%s", "type": "Key", "owner": "%s",
         "publicKeyPem": "%s"}
        """
            .formatted(keyId, BEN, Household.OTHER_PEM.replace("\n", "\\n")));
    assertThat(home.keys.key(new Iri(keyId))).isInstanceOf(KeyResult.Refused.class);
    assertThat(network.asked).doesNotContain(BEN);
  }

  @Test
  void aServerThatDoesNotAnswerIsAskedAgainLater() {
    Fetched before = network.answers.put(BEN, new Fetched.Unreachable("timeout", null));
    Iri keyId = new Iri(BEN + "#main-key");
    assertThat(home.keys.key(keyId)).isInstanceOf(KeyResult.Unreachable.class);
    network.answers.put(BEN, before);
    assertThat(home.keys.key(keyId)).isInstanceOf(KeyResult.Unreachable.class);
    home.clock.advance(Duration.ofMinutes(1));
    known(home.keys.key(keyId));
  }
}
