package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.parley.fixtures.Fixtures;
import social.parley.jsonld.Json;
import social.parley.jsonld.Malformed;

/** Every recorded document is read as what the index says it is, or refused for a known reason. */
class CorpusTest {
  /** Kinds of documents that no ActivityPub reader gets to see. */
  private static final Set<String> OTHER_KINDS =
      Set.of("JRD", "context", "key", "recorded-response");

  /** Examples that bundle several documents, or describe a server. */
  private static final Set<String> OTHER_PATHS =
      Set.of("piefed/feed-follow.json", "quirks/nodeinfo-wildebeest.json");

  /** Templates and examples whose id or actor cannot be used. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "fep/1b12-announce-add.json", "id is not an absolute IRI",
          "gotosocial/announce-request.json", "id is not an absolute IRI",
          "gotosocial/update-person.json", "id is not an absolute IRI",
          "mastodon/note-update-1.json", "id is not an absolute IRI",
          "mastodon/note-update-quote.json", "id is not an absolute IRI",
          "mastodon/question-update.json", "id is not an absolute IRI",
          "misskey/flag.json", "actor has no id",
          "pleroma/client-post-activity-c2s.json", "no actor");

  private static final Pattern KIND = Pattern.compile("([^(]*)(?:\\((.*)\\))?");

  static Stream<Fixtures.Entry> documents() {
    if (!Fixtures.areThere()) return Stream.empty();
    return Fixtures.index().stream()
        .filter(entry -> !entry.kind().startsWith("xml:") && !entry.kind().endsWith("-vector"))
        .filter(entry -> !OTHER_KINDS.contains(entry.kind()))
        .filter(entry -> !OTHER_PATHS.contains(entry.path()))
        .filter(entry -> !entry.platform().equals("as2-invalid"))
        .filter(entry -> !entry.platform().equals("diaspora"));
  }

  static Stream<Fixtures.Entry> valid() {
    if (!Fixtures.areThere()) return Stream.empty();
    return Fixtures.index().stream().filter(entry -> entry.platform().equals("as2-valid"));
  }

  static Stream<Fixtures.Entry> invalid() {
    if (!Fixtures.areThere()) return Stream.empty();
    return Fixtures.index().stream().filter(entry -> entry.platform().equals("as2-invalid"));
  }

  /** Test suites blank out ids; put back, the documents are as good as any. */
  private static byte[] bytes(Fixtures.Entry entry) {
    String text = new String(Fixtures.bytes(entry.path()), StandardCharsets.UTF_8);
    return text.replace("SCRUBBED_ID", "https://kbin.test/scrubbed")
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("documents")
  void readsWhatTheIndexSays(Fixtures.Entry entry) {
    Thing thing;
    try {
      thing = ActivityReader.read(bytes(entry));
    } catch (Unreadable refusal) {
      assertThat(refusal.reason()).isEqualTo(expectedRefusal(entry));
      return;
    }
    assertThat(REFUSED).doesNotContainKey(entry.path());
    assertIs(thing, entry.kind());
  }

  /** The vocabulary's examples leave out the ids of actors, which is of no use to a server. */
  private static @Nullable String expectedRefusal(Fixtures.Entry entry) {
    return entry.platform().equals("as2-valid") ? "actor has no id" : REFUSED.get(entry.path());
  }

  private static void assertIs(Thing thing, String kind) {
    Matcher matcher = KIND.matcher(kind);
    assertThat(matcher.matches()).isTrue();
    assertIsOfType(thing, matcher.group(1));
    String inner = matcher.group(2);
    if (inner == null || !(thing instanceof Activity activity)) return;
    if (inner.equals("[..]")) assertThat(activity.objects()).isNotEmpty();
    else {
      Thing object = activity.objectThing();
      if (object == null) fail("no object written out");
      else assertIs(object, inner);
    }
  }

  private static void assertIsOfType(Thing thing, String type) {
    switch (type) {
      case "-" -> assertThat(thing).isInstanceOf(Unknown.class);
      case "Feed" -> assertThat(thing).isInstanceOf(ActorDocument.class);
      default -> assertThat(type.split(",")).contains(thing.type());
    }
    if (ActivityTypes.isKnown(thing.type())) assertThat(thing).isInstanceOf(Activity.class);
    if (ActorType.of(thing.type()) != null)
      assertThat(thing).isInstanceOfAny(ActorDocument.class, Unknown.class);
    if (thing instanceof Unknown && ActorType.of(thing.type()) != null)
      assertThat(thing.raw().has("inbox") && thing.raw().has("id")).isFalse();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("documents")
  void writesWhatItReadsWithTheSameMeaning(Fixtures.Entry entry) {
    Thing thing;
    try {
      thing = ActivityReader.read(bytes(entry));
    } catch (Unreadable refusal) {
      return;
    }
    Thing again = ActivityReader.read(ActivityWriter.bytes(thing));
    assertThat(Meaning.of(again)).isEqualTo(Meaning.of(thing));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("valid")
  void judgesValidDocumentsValid(Fixtures.Entry entry) {
    assertThatCode(() -> ActivityReader.judge(Json.parse(bytes(entry)))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("invalid")
  void judgesInvalidDocumentsInvalid(Fixtures.Entry entry) {
    byte[] bytes = Fixtures.bytes(entry.path());
    assertThatThrownBy(() -> ActivityReader.judge(Json.parse(bytes)))
        .isInstanceOfAny(Unreadable.class, Malformed.class);
  }
}
