package social.parley.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.activitystreams.ActorDocument;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.signatures.Algorithm;
import social.parley.signatures.Keys;
import social.parley.storage.Announcement;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** What holds for actors on every database. */
abstract class ActorsContract {
  final List<Announcement> announced = new ArrayList<>();
  Household home;
  Actors actors;

  abstract Database open();

  @BeforeEach
  void start() {
    home = new Household(open());
    actors = home.actors;
    home.database.subscribe(
        new Subscribers()
            .on(ActorChanged.class, (tx, one) -> announced.add(one))
            .on(ActorDeleted.class, (tx, one) -> announced.add(one)));
  }

  @AfterEach
  void stop() {
    home.database.close();
  }

  @Test
  void aNewActorIsFoundByEverythingItIsKnownBy() {
    Actor anna = home.person("Anna");
    assertThat(anna.handle()).isEqualTo(new Handle("Anna", "home.example"));
    assertThat(anna.iri().value()).isEqualTo("https://server.home.example/users/Anna");
    assertThat(actors.byId(anna.id())).contains(anna);
    assertThat(actors.byIri(anna.iri())).contains(anna);
    assertThat(actors.byHandle(new Handle("anna", "home.example"))).contains(anna);
    assertThat(actors.byUrl(anna.url())).contains(anna);
    assertThat(actors.local("ANNA")).contains(anna);
    Map<Iri, Actor> inside = home.database.read(db -> actors.byIris(db, List.of(anna.iri())));
    assertThat(inside).containsValue(anna);
    assertThat(announced).containsExactly(new ActorChanged(anna.id(), true));
  }

  @Test
  void aNameIsGivenOnceInWhateverCase() {
    home.person("anna");
    assertThatThrownBy(() -> home.person("Anna"))
        .isInstanceOfSatisfying(
            Refused.Invalid.class, no -> assertThat(no.code()).isEqualTo("ERR_TAKEN"));
  }

  @Test
  void anEditIsSeenAtOnceAndOnlyWhatWasNamedChanges() {
    Actor anna = home.person("anna");
    actors.byId(anna.id());
    ProfileField field = new ProfileField("Site", "<a href=\"x\">x</a>", "x", home.clock.instant());
    Iri avatar = new Iri("https://server.home.example/a.png");
    home.database.run(tx ->
        actors.edit(
            tx,
            anna.id(),
            new ProfileEdit()
                .displayName("Anna A.")
                .bio("<p>Hi</p>", "Hi")
                .fields(List.of(field))
                .avatar(avatar, "a face")
                .bot(true)));
    Actor after = actors.byId(anna.id()).orElseThrow();
    assertThat(after.displayName()).isEqualTo("Anna A.");
    assertThat(after.fields()).containsExactly(field);
    assertThat(after.avatar()).isEqualTo(avatar);
    assertThat(after.kind()).isEqualTo(ActorKind.SERVICE);
    assertThat(after.inbox()).isEqualTo(anna.inbox());
    assertThat(after.locked()).isFalse();
  }

  @Test
  void countersAddUp() {
    Actor anna = home.person("anna");
    home.database.run(tx -> actors.adjustCounts(tx, anna.id(), 2, 1, 5, home.clock.instant()));
    home.database.run(
        tx -> actors.adjustCounts(tx, anna.id(), -1, 0, 1, home.clock.instant().minusSeconds(60)));
    Actor after = actors.byId(anna.id()).orElseThrow();
    assertThat(List.of(after.followersCount(), after.followingCount(), after.postsCount()))
        .containsExactly(1L, 1L, 6L);
    assertThat(after.lastPostAt()).isEqualTo(home.clock.instant());
    assertThat(actors.identity(anna.id()).orElseThrow().iri()).isEqualTo(anna.iri());
  }

  @Test
  void aDeletedActorLeavesItsNameBehindAndNothingElse() {
    Actor anna = home.person("anna");
    announced.clear();
    home.database.run(tx -> actors.delete(tx, anna.id()));
    Actor after = actors.byIri(anna.iri()).orElseThrow();
    assertThat(after.isDeleted()).isTrue();
    assertThat(after.displayName()).isEmpty();
    assertThat(announced).containsExactly(new ActorDeleted(anna));
    assertThatThrownBy(() -> home.person("anna")).isInstanceOf(Refused.Invalid.class);
    // The farewell still has to be signed.
    assertThat(actors.signingKey(anna.id()).algorithm()).isEqualTo(Algorithm.RSA);
  }

  @Test
  void theInstanceActorIsMadeOnce() {
    Actor first = actors.instanceActor();
    assertThat(first.kind()).isEqualTo(ActorKind.APPLICATION);
    assertThat(first.handle()).isEqualTo(new Handle("home.example", "home.example"));
    assertThat(actors.instanceActor()).isEqualTo(first);
    assertThat(actors.countLocal()).isZero();
  }

  @Test
  void anotherServersActorIsReplacedAndKeepsItsRow() {
    String id = "https://away.example/users/ben";
    String keyId = id + "#main-key";
    Actor before =
        home.receive(PaperFetcher.actor(id, "ben", keyId, Household.PEM), "away.example");
    home.database.run(tx -> actors.adjustCounts(tx, before.id(), 1, 0, 0, null));
    Actor after =
        home.receive(
            PaperFetcher.actor(id, "benjamin", keyId, Household.OTHER_PEM), "away.example");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.followersCount()).isEqualTo(1);
    assertThat(actors.byHandle(new Handle("benjamin", "away.example"))).isPresent();
    assertThat(actors.byHandle(new Handle("ben", "away.example"))).isEmpty();
    assertThat(home.keys.known(new Iri(keyId)).orElseThrow().key().key())
        .isEqualTo(Keys.readPublicPem(Household.OTHER_PEM));
  }

  @Test
  void aKeyStaysWithItsFirstOwner() {
    String ben = "https://away.example/ben";
    Actor first =
        home.receive(
            PaperFetcher.actor(ben, "ben", ben + "#main-key", Household.PEM), "away.example");
    home.receive(
        PaperFetcher.actor(
            "https://away.example/eve", "eve", ben + "#main-key", Household.OTHER_PEM),
        "away.example");
    var known = home.keys.known(new Iri(ben + "#main-key")).orElseThrow();
    assertThat(known.actor()).isEqualTo(first.id());
    assertThat(known.key().key()).isEqualTo(Keys.readPublicPem(Household.PEM));
  }

  @Test
  void whatAnotherServerSaysIsCleaned() {
    Actor actor =
        home.receive(
            """
            {"@context": "https://www.w3.org/ns/activitystreams", "type": "Person",
             "id": "https://away.example/ben", "preferredUsername": "ben",
             "name": "Ben\\nLine", "summary": "<p onclick='x()'>Hi<script>x()</script></p>",
             "inbox": "https://away.example/ben/inbox",
             "followers": "https://elsewhere.example/followers",
             "icon": {"type": "Image", "url": "javascript:x()"},
             "endpoints": {"sharedInbox": "https://elsewhere.example/inbox"}}
            """,
            "away.example");
    assertThat(actor.bioHtml()).isEqualTo("<p>Hi</p>");
    assertThat(actor.displayName()).isEqualTo("Ben Line");
    assertThat(actor.followers()).isNull();
    assertThat(actor.sharedInbox()).isNull();
    assertThat(actor.avatar()).isNull();
  }

  @Test
  void aLocalActorsDocumentNamesItsKeysAndAddresses() {
    Actor anna = home.person("anna");
    ActorDocument document = actors.document(anna);
    assertThat(document.keys())
        .extracting(key -> key.id().value())
        .containsExactly(anna.iri() + "#main-key", anna.iri() + "#ed25519-key");
    assertThat(document.sharedInbox()).isEqualTo(new Iri("https://server.home.example/inbox"));
    assertThat(document.webfinger()).isEqualTo("anna@home.example");
    assertThat(home.database.<ActorDocument>read(db -> actors.document(db, anna)))
        .isEqualTo(document);
  }
}
