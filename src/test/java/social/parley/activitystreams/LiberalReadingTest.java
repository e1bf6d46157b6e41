package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One odd member never costs the document, whatever it is and wherever it stands. */
class LiberalReadingTest {
  private static final String ID = "https://ash.test/1";

  /** Without these there is nothing to go by. */
  private static final Set<String> VITAL =
      Set.of("id", "type", "actor", "object", "attributedTo", "inbox");

  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "\"\"",
          "\"\\u0000\"",
          "[]",
          "[[]]",
          "[null,7,{}]",
          "{}",
          "{\"id\":7,\"type\":[7],\"url\":[[{}]]}",
          "\"P1Y2M\"",
          "\"2026-13-45T99:00:00Z\"",
          "{\"type\":\"Collection\",\"items\":{\"type\":\"Note\"}}",
          "\"::\"",
          "99999999999999999999");

  private static Thing read(String text) {
    return ActivityReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mastodon/actor", "mastodon/create-note", "mastodon/update-question",
        "misskey/like-with-reaction", "akkoma/note", "peertube/create-video",
        "lemmy/announce-create-page", "mobilizon/create-event", "threads/note",
        "mitra/actor-multikey", "hubzilla/create-inline-actor"
      })
  void survivesJunkInEveryMember(String name) throws Exception {
    byte[] bytes;
    try (var in = LiberalReadingTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      assertThat(in).isNotNull();
      bytes = in.readAllBytes();
    }
    JsonNode document = Json.parse(bytes);
    replaceEverywhere(document, document, "");
  }

  private static void replaceEverywhere(JsonNode root, JsonNode node, String at) {
    if (node instanceof ObjectNode object)
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode kept = object.get(name);
        for (String junk : JUNK) {
          object.set(name, Json.parse(junk));
          readJunk(root, isVital(at, name), at + "/" + name + "=" + junk);
        }
        object.set(name, kept);
        replaceEverywhere(root, kept, at + "/" + name);
      }
    else if (node instanceof ArrayNode array)
      for (int i = 0; i < array.size(); i++) replaceEverywhere(root, array.get(i), at + "/" + i);
  }

  private static boolean isVital(String at, String name) {
    return VITAL.contains(name) && (at.isEmpty() || at.equals("/actor"));
  }

  private static void readJunk(JsonNode root, boolean vital, String what) {
    try {
      Thing thing = ActivityReader.read(root);
      ActivityWriter.bytes(thing);
      if (!vital) assertThat(thing).as(what).isNotInstanceOf(Unknown.class);
    } catch (Unreadable refusal) {
      assertThat(vital).as(what + ": " + refusal.reason()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "\"x\"",
        "null",
        "{",
        "",
        "{\"id\":\"not absolute\",\"type\":\"Note\"}",
        "{\"id\":7,\"type\":\"Note\"}",
        "{\"id\":\"https://ash.test/1\",\"type\":7}",
        "{\"id\":\"https://ash.test/1\",\"type\":\"Like\"}",
        "{\"id\":\"https://ash.test/1\",\"type\":\"Like\",\"actor\":{\"name\":\"x\"}}"
      })
  void refusesWhatCannotBeUsed(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Unreadable.class).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\" \""})
  void takesABlankIdForNone(String id) {
    assertThat(read("{\"id\":" + id + ",\"type\":\"Note\"}").id()).isNull();
  }

  @Test
  void findsTheTypeItKnowsAmongSeveral() {
    Thing thing = read("{\"type\":[\"schema:Thing\",\"Note\"],\"id\":\"" + ID + "\"}");
    assertThat(thing.type()).isEqualTo("Note");
  }

  @Test
  void takesUnknownTypesWithActorAndObjectForActivities() {
    Thing thing = read("{\"type\":\"Grant\",\"actor\":\"" + ID + "\",\"object\":\"" + ID + "\"}");
    assertThat(thing).isInstanceOf(Activity.OtherActivity.class);
    assertThat(thing.type()).isEqualTo("Grant");
  }

  @Test
  void keepsObjectsOfUnknownTypes() {
    var thing = (ObjectDocument) read("{\"type\":\"Recipe\",\"name\":\"Soup\",\"yield\":4}");
    assertThat(thing.kind()).isEqualTo(ObjectKind.OTHER);
    assertThat(thing.type()).isEqualTo("Recipe");
    assertThat(thing.raw().get("yield").intValue()).isEqualTo(4);
  }

  @Test
  void takesOneObjectWithManyIdsForMany() {
    var delete =
        (Activity)
            read(
                """
                {"type":"Delete","actor":"https://ash.test/1",
                 "object":{"type":"Audio","id":["https://ash.test/2","https://ash.test/3"]}}
                """);
    assertThat(delete.objects())
        .extracting(Ref::iri)
        .extracting(String::valueOf)
        .containsExactly("https://ash.test/2", "https://ash.test/3");
  }

  @Test
  void forgivesBlanksInAddressesButNotInIds() {
    var note = (ObjectDocument) read("{\"type\":\"Note\",\"url\":\" https://ash.test/a b\"}");
    assertThat(note.page()).hasToString("https://ash.test/a%20b");
    assertThatThrownBy(() -> read("{\"type\":\"Note\",\"id\":\"https://ash.test/a b\"}"))
        .isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"as:Public", "Public", "https://www.w3.org/ns/activitystreams#Public"})
  void knowsPublicByEveryName(String name) {
    var note = (ObjectDocument) read("{\"type\":\"Note\",\"to\":[\"\",\"" + name + "\"]}");
    assertThat(note.audience().to()).containsExactly(Audience.PUBLIC);
  }

  @Test
  void doesNotReadBeyondItsLimits() {
    StringBuilder to = new StringBuilder();
    for (int i = 0; i < 3000; i++) to.append("\"https://ash.test/").append(i).append("\",");
    var note = (ObjectDocument) read("{\"type\":\"Note\",\"to\":[" + to + "\"" + ID + "\"]}");
    assertThat(note.audience().to()).hasSize(1000);
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 40; i++)
      deep.append("{\"type\":\"Announce\",\"actor\":\"").append(ID).append("\",\"object\":");
    Activity activity = (Activity) read(deep + "\"" + ID + "\"" + "}".repeat(40));
    int depth = 0;
    for (Activity inner = activity; inner != null; inner = inner.inner()) depth++;
    assertThat(depth).isLessThan(12);
  }

  @Test
  void givesTheReasonWithoutRepeatingTheStranger() {
    String long1 = "x".repeat(500);
    assertThatThrownBy(
            () -> ActivityReader.readActivity(Json.parse("{\"type\":\"" + long1 + "\"}")))
        .isInstanceOf(Unreadable.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(80))
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
  }
}
