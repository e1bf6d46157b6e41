package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ObjectNode;

/** What an honest server hands out for others does not speak for its people. */
abstract class OriginsContract extends ForgeryScene {
  private ObjectNode signedBy(String id, String type) {
    ObjectNode actor = (ObjectNode) Json.parse(good.served("/alice"));
    actor.put("id", id).put("type", type).put("inbox", evil.at("/inbox"));
    ((ObjectNode) actor.path("publicKey")).put("id", id + "#main-key").put("owner", id);
    return actor;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/ld+json",
        "application/octet-stream",
        "text/plain; charset=utf-8"
      })
  void anUploadedFileIsNoDocument(String type) {
    String path = path();
    ObjectNode note = good.note(path, alice, "Alice never wrote this");
    good.serve(path, note, type);
    assertThat(ada.find(good.at(path), true)).isEmpty();
    String fake = path();
    good.serve(fake, signedBy(good.at(fake), "Person").put("preferredUsername", "fake"), type);
    ObjectNode words = good.note(path(), good.at(fake), "Signed by a file", ada.iri());
    assertThat(evil.send(alpha, good.create(words), good.at(fake))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/activity+json; charset=utf-8",
        "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\""
      })
  void whatCallsItselfADocumentIsOne(String type) {
    String path = path();
    good.serve(path, good.note(path, alice, "As " + type), type);
    assertThat(ada.find(good.at(path), true).map(Status::text)).hasValue("As " + type);
  }

  @Test
  void anotherPathOfTheHostDoesNotTakeAName() {
    String fake = path();
    good.serve(fake, signedBy(good.at(fake), "Person"));
    ObjectNode words = good.note(path(), good.at(fake), "As Alice", ada.iri());
    assertThat(evil.send(alpha, good.create(words), good.at(fake))).isEqualTo(401);
    String lookup = "/api/v1/accounts/lookup?acct=alice@" + good.authority();
    assertThat(ada.get(lookup).path("uri").asString()).isEqualTo(alice);
  }

  @Test
  void anOpenRedirectStampsNothing() {
    String post = path();
    good.serve(post, good.note(post, alice, "Not to be quoted"));
    String stamp = path();
    String quoting = path();
    good.redirects(stamp, evil.at(""));
    ObjectNode forged = evil.document("QuoteAuthorization", stamp).put("attributedTo", alice);
    forged.put("interactingObject", evil.at(quoting)).put("interactionTarget", good.at(post));
    evil.serve(stamp, forged);
    ObjectNode quote = evil.note(quoting, mallory, "Quoted", ada.iri()).put("quote", good.at(post));
    evil.send(alpha, evil.create(quote.put("quoteAuthorization", good.at(stamp))));
    fediverse.settle();
    assertThat(evil.asked()).as("the redirect was followed").contains(stamp);
    Optional<Status> here = ada.find(evil.at(quoting), false);
    assertThat(here.orElseThrow().at("/quote/state").asString()).isNotEqualTo("accepted");
  }

  @Test
  void aServerIsNotAskedAboutWhatIsNotItsActors() {
    String path = path();
    good.serve(path, good.note(path, mallory, "Mallory, at another server"));
    ObjectNode create = evil.create(good.note(path, mallory, "Mallory, at another server"));
    create.put("id", evil.at(path));
    good.send(alpha, create, alice);
    fediverse.after(Duration.ofHours(2));
    assertThat(good.asked()).doesNotContain(path);
  }

  @Test
  void whatARedirectLeadsToElsewhereIsRefusedAtOnce() {
    String path = path();
    evil.redirects(path, good.at(""));
    good.serve(path, good.note(path, mallory, "Led away"));
    ObjectNode create = evil.create(evil.note(path, mallory, "Led away"));
    good.send(alpha, create, alice);
    fediverse.settle();
    fediverse.after(Duration.ofHours(2));
    assertThat(good.asked().stream().filter(path::equals)).as("asked once, not again").hasSize(1);
    assertThat(ada.find(good.at(path), false)).isEmpty();
  }

  @Test
  void aPostIsKeptOnTheServerOfItsAuthor() {
    String path = path();
    evil.redirects(path, good.at(""));
    good.serve(path, good.note(path, mallory, "A squatter"));
    ObjectNode create = evil.activity("Create", path(), mallory, evil.at(path));
    evil.send(alpha, create);
    fediverse.settle();
    assertThat(good.asked()).as("the redirect was followed").contains(path);
    assertThat(ada.find(good.at(path), false)).isEmpty();
  }
}
