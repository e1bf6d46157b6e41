package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Tombstone;
import social.parley.actors.Actor;
import social.parley.actors.ProfileEdit;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.jsonld.Json;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.HttpRequestParts;
import social.parley.storage.Databases;
import tools.jackson.databind.JsonNode;

/** What other servers and browsers get to read. */
class DocumentsTest {
  private static final Map<String, String> ACTIVITY = Map.of("Accept", "application/activity+json");
  private static final Map<String, String> BROWSER = Map.of("Accept", "text/html,*/*;q=0.8");

  @TempDir Path folder;
  final TestClock clock = new TestClock();
  Node node;
  Actor anna;

  @BeforeEach
  void start() {
    node =
        new Node(
            "alpha.test",
            folder,
            Databases.sqlite(folder),
            clock,
            Map.of("PARLEY_HANDLE_DOMAIN", "people.test"));
    anna = node.person("anna");
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  private HttpResponse<String> get(String path) {
    return FakePeer.get(node.settings.at(path), ACTIVITY);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.parse(answer.body());
  }

  @Test
  void webFingerKnowsAHandleInBothDomainsAndTheAddressesOfAnActor() {
    String authority = node.settings.authority();
    for (String resource :
        List.of(
            "acct:anna@people.test",
            "acct:ANNA@people.test",
            "acct:anna@" + authority,
            anna.iri().value(),
            anna.url())) {
      JsonNode answer =
          json(
              FakePeer.get(
                  node.settings.at("/.well-known/webfinger?resource=" + resource), Map.of()));
      assertThat(answer.path("subject").asString()).isEqualTo("acct:anna@people.test");
      assertThat(answer.path("links").findValuesAsString("href")).contains(anna.iri().value());
    }
  }

  @Test
  void webFingerKnowsNobodyElse() {
    assertThat(get("/.well-known/webfinger?resource=acct:bob@people.test").statusCode())
        .isEqualTo(404);
    assertThat(get("/.well-known/webfinger?resource=acct:anna@other.test").statusCode())
        .isEqualTo(404);
    assertThat(get("/.well-known/webfinger").statusCode()).isEqualTo(400);
  }

  @Test
  void theInstanceActorIsFoundLikeAnybody() {
    JsonNode answer = json(get("/.well-known/webfinger?resource=acct:people.test@people.test"));
    assertThat(answer.path("links").findValuesAsString("href"))
        .contains(node.settings.at("/actor").value());
    ActorDocument actor = (ActorDocument) ActivityReader.read(json(get("/actor")));
    assertThat(actor.type()).isEqualTo("Application");
    assertThat(actor.keys()).isNotEmpty();
    assertThat(json(get("/actor/outbox")).path("totalItems").asInt(-1)).isZero();
  }

  @Test
  void hostMetaAndNodeInfoLeadOn() {
    assertThat(FakePeer.get(node.settings.at("/.well-known/host-meta"), Map.of()).body())
        .contains("lrdd")
        .contains("/.well-known/webfinger?resource={uri}");
    assertThat(json(get("/.well-known/host-meta.json")).path("links").size()).isEqualTo(1);
    JsonNode versions = json(get("/.well-known/nodeinfo"));
    for (String version : List.of("2.0", "2.1")) {
      assertThat(versions.path("links").findValuesAsString("href"))
          .contains(node.settings.at("/nodeinfo/" + version).value());
      JsonNode info = json(get("/nodeinfo/" + version));
      assertThat(info.path("version").asString()).isEqualTo(version);
      assertThat(info.path("protocols").get(0).asString()).isEqualTo("activitypub");
      assertThat(info.at("/usage/users/total").asInt()).isEqualTo(3);
      assertThat(info.at("/software/name").asString()).isEqualTo("parley");
    }
    assertThat(get("/nodeinfo/9").statusCode()).isEqualTo(404);
  }

  @Test
  void anActorIsServedToServersAndItsPageToBrowsers() {
    HttpResponse<String> answer = get("/users/anna");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/activity+json");
    assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
    ActorDocument actor = (ActorDocument) ActivityReader.read(json(answer));
    assertThat(actor.id()).isEqualTo(anna.iri());
    assertThat(actor.keys()).hasSize(2);
    assertThat(actor.webfinger()).isEqualTo("anna@people.test");
    HttpResponse<String> page = FakePeer.get(anna.iri(), BROWSER);
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location")).contains(anna.url());
  }

  @Test
  void aDeletedActorLeavesATombstone() {
    node.database.run(tx -> node.actors.delete(tx, anna.id()));
    node.database.settle();
    HttpResponse<String> answer = get("/users/anna");
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(ActivityReader.read(Json.parse(answer.body()))).isInstanceOf(Tombstone.class);
    assertThat(get("/.well-known/webfinger?resource=acct:anna@people.test").statusCode())
        .isEqualTo(410);
  }

  @Test
  void aHiddenObjectIsShownToTheReaderWhoSigned() throws Exception {
    Iri id = new Iri(anna.iri() + "/posts/1");
    ObjectDocument note =
        ObjectDocument.of(ObjectKind.NOTE, id)
            .attributedTo(List.of(anna.iri()))
            .audience(Audience.to(Audience.PUBLIC))
            .content("secret")
            .build();
    node.objects.add((iri, reader) -> {
      if (!iri.equals(id)) return new ObjectSource.Answer.Unknown();
      return reader == null
          ? new ObjectSource.Answer.Hidden()
          : new ObjectSource.Answer.Shown(note);
    });
    assertThat(get("/users/anna/posts/1").statusCode()).isEqualTo(404);
    try (FakePeer peer = new FakePeer("peer.test", clock)) {
      Iri paula = peer.actor("paula");
      Map<String, String> headers =
          new HashMap<>(
              DraftSignature.sign(
                  HttpRequestParts.of("GET", id, Map.of(), new byte[0]),
                  peer.key(paula),
                  clock.instant()));
      headers.putAll(ACTIVITY);
      HttpResponse<String> answer = FakePeer.get(id, headers);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    }
  }

  @Test
  void collectionsArePaged() {
    node.collections.add(new Numbers(CollectionSource.Kind.FOLLOWERS, 45));
    JsonNode whole = json(get("/users/anna/followers"));
    assertThat(whole.path("totalItems").asInt()).isEqualTo(45);
    assertThat(whole.path("orderedItems").isMissingNode()).isTrue();
    int items = 0;
    int pages = 0;
    String next = whole.path("first").asString();
    while (!next.isEmpty()) {
      JsonNode page = json(FakePeer.get(new Iri(next), ACTIVITY));
      assertThat(page.path("type").asString()).isEqualTo("OrderedCollectionPage");
      assertThat(page.path("id").asString()).isEqualTo(next);
      items += page.path("orderedItems").size();
      next = page.path("next").asString("");
      pages++;
    }
    assertThat(items).isEqualTo(45);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void hiddenCollectionsTellOnlyTheirTotal() {
    node.collections.add(new Numbers(CollectionSource.Kind.FOLLOWERS, 45));
    node.database.run(
        tx -> node.actors.edit(tx, anna.id(), new ProfileEdit().hideCollections(true)));
    node.database.settle();
    JsonNode whole = json(get("/users/anna/followers"));
    assertThat(whole.path("totalItems").asInt()).isEqualTo(45);
    assertThat(whole.path("first").isMissingNode()).isTrue();
    assertThat(get("/users/anna/followers?page=true").statusCode()).isEqualTo(404);
  }

  /** A list of so many made-up followers. */
  private record Numbers(Kind kind, long size) implements CollectionSource {
    @Override
    public OptionalLong total(Iri of, @Nullable ActorId reader) {
      return OptionalLong.of(size);
    }

    @Override
    public Items page(Iri of, Cursor cursor, @Nullable ActorId reader) {
      long from = Math.min(size, cursor.below() - 1);
      long to = Math.max(0, from - cursor.limit());
      List<Ref> items =
          LongStream.iterate(from, i -> i > to, i -> i - 1)
              .mapToObj(i -> Ref.of(new Iri("https://peer.test/" + i)))
              .toList();
      return new Items(items, to > 0 ? OptionalLong.of(to + 1) : OptionalLong.empty());
    }
  }
}
