package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Thing;
import social.parley.core.Iri;
import social.parley.fixtures.Fixtures;

/** Quotes as servers of every family have written them; skipped where the recordings are not. */
class QuoteFixturesTest {
  private static ObjectDocument object(String path) {
    Thing thing = ActivityReader.read(Fixtures.bytes(path));
    if (thing instanceof Activity.Create create) thing = create.objectThing();
    assertThat(thing).isInstanceOf(ObjectDocument.class);
    return (ObjectDocument) thing;
  }

  private static Quote quote(ObjectDocument document) {
    Iri id = document.id() == null ? new Iri("https://example.org/notes/1") : document.id();
    ObjectDocument named =
        document.id() == null
            ? ObjectDocument.of(document.type(), id)
                .tags(document.tags())
                .quote(document.quote())
                .raw(document.raw())
                .build()
            : document;
    return ForeignPost.read(named, Audience.NONE, null, Instant.now()).orElseThrow().quote();
  }

  @ParameterizedTest
  @CsvSource({
    "mastodon/create-note-fedibird-quote.json,https://fedibird.com/users/yamako/statuses/107699333438289729",
    "mastodon/create-note-fedibird-quote-mismatch.json,https://unnerv.jp/users/UN_NERV/statuses/107712176849067434",
    "mastodon/note-fedibird-quote.json,https://example.com/objects/43479e20-c0f8-4f49-bf7f-13fab8234924",
    "misskey/note-quote-post.json,https://misskey.io/notes/8vs6wxufd0",
    "fep/e232-note-quote-link.json,https://server.example/objects/123"
  })
  void legacyFormsAreQuotesThatNobodyWasAskedFor(String path, String quoted) {
    Quote quote = quote(object(path));
    assertThat(quote.iri()).isEqualTo(new Iri(quoted));
    assertThat(quote.legacy()).isTrue();
    assertThat(quote.shown()).isFalse();
    assertThat(quote.authorization()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "fep/044f-note-quote.json,",
    "fep/044f-note-quote-compat.json,",
    "fep/044f-note-quote-with-authorization.json,https://example.com/users/alice/stamps/1"
  })
  void quotesOfThePresentForm(String path, String stamp) {
    Quote quote = quote(object(path));
    assertThat(quote.iri()).isEqualTo(new Iri("https://example.com/users/alice/statuses/1"));
    assertThat(quote.legacy()).isFalse();
    assertThat(quote.state()).isEqualTo(Quote.State.PENDING);
    assertThat(quote.authorization()).isEqualTo(stamp == null ? null : new Iri(stamp));
  }

  @Test
  void whatOnlyLinksIsNoQuote() {
    assertThat(quote(object("quirks/note-ccworld-null-tag.json"))).isNull();
    assertThat(quote(object("pleroma/note-fep-e232-quote.json"))).isNull();
    assertThat(quote(object("ghost/create-note-with-mentions.json"))).isNull();
  }

  @Test
  void requestsAndStamps() {
    Thing request = ActivityReader.read(Fixtures.bytes("fep/044f-quote-request.json"));
    assertThat(request).isInstanceOf(Activity.QuoteRequest.class);
    Activity.QuoteRequest asked = (Activity.QuoteRequest) request;
    assertThat(asked.objectId()).isEqualTo(new Iri("https://example.com/users/alice/statuses/1"));
    assertThat(asked.envelope().instrument().iri())
        .isEqualTo(new Iri("https://example.com/users/bob/statuses/1"));
    for (String path :
        new String[] {"fep/044f-quote-authorization.json", "ktistec/quote-authorization.json"}) {
      ObjectDocument stamp = object(path);
      assertThat(stamp.kind()).isEqualTo(ObjectKind.QUOTE_AUTHORIZATION);
      assertThat(Stamps.address(stamp.raw().path("interactingObject"))).isNotNull();
      assertThat(Stamps.address(stamp.raw().path("interactionTarget"))).isNotNull();
    }
  }
}
