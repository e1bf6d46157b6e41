package social.parley.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.fixtures.Fixtures;
import tools.jackson.databind.JsonNode;

class JsonLdTest {
  private static JsonNode normal(String text) {
    return JsonLd.normalise(Json.parse(text));
  }

  @Test
  void leavesUsualDocumentsAlone() {
    JsonNode usual =
        Json.parse(
            """
            {"@context":["https://www.w3.org/ns/activitystreams",
              {"toot":"http://joinmastodon.org/ns#","blurhash":"toot:blurhash",
               "uuid":"schema:identifier","schema":"http://schema.org#"}],
             "type":"Note","diaspora:guid":"x","uuid":"y","contentMap":{"en":"z"}}
            """);
    assertThat(JsonLd.normalise(usual)).isSameAs(usual);
  }

  @Test
  void findsPrefixedTermsByTheirUsualNames() {
    JsonNode node =
        normal(
            """
            {"@context":{"my":"https://www.w3.org/ns/activitystreams#"},
             "@id":"https://a.test/1","@type":"as:Note","my:content":"x",
             "toot:blurhash":"y","as:tag":[{"type":"toot:Emoji"}]}
            """);
    assertThat(node.get("id").stringValue()).isEqualTo("https://a.test/1");
    assertThat(node.get("type").stringValue()).isEqualTo("Note");
    assertThat(node.get("content").stringValue()).isEqualTo("x");
    assertThat(node.get("blurhash").stringValue()).isEqualTo("y");
    assertThat(node.get("tag").get(0).get("type").stringValue()).isEqualTo("Emoji");
  }

  @Test
  void numbersBeyondAllBoundsAreNoTrouble() {
    JsonNode node =
        normal(
            """
            {"@context":"https://www.w3.org/ns/activitystreams",
             "https://www.w3.org/ns/activitystreams#content":[{"@value":"x"}],
             "type":"Note","width":1e400}
            """);
    assertThat(node.get("type").stringValue()).isEqualTo("Note");
  }

  @Test
  void findsAliasesOfCoreTermsBesideTheirOwnName() {
    JsonNode node =
        normal(
            """
            {"@context":["https://www.w3.org/ns/activitystreams",{"expires":"as:endTime"}],
             "type":"Block","expires":"2026-01-01T00:00:00Z"}
            """);
    assertThat(node.get("endTime")).isEqualTo(node.get("expires"));
  }

  @Test
  void readsExpandedDocuments() {
    JsonNode node =
        normal(
            """
            {"@id":"https://a.test/1","@type":["https://www.w3.org/ns/activitystreams#Note"],
             "https://www.w3.org/ns/activitystreams#content":[{"@value":"x"}],
             "https://www.w3.org/ns/activitystreams#to":
               [{"@id":"https://www.w3.org/ns/activitystreams#Public"}]}
            """);
    assertThat(node.get("type").stringValue()).isEqualTo("Note");
    assertThat(node.get("content").stringValue()).isEqualTo("x");
    assertThat(node.get("to").stringValue()).isEqualTo("as:Public");
  }

  @Test
  void takesUnknownContextsForItsOwnWithoutAskingAnybody() {
    JsonNode node =
        normal(
            """
            {"@context":"https://nowhere.invalid/context","type":"Note",
             "content":{"@value":"x"},"sensitive":true}
            """);
    assertThat(node.get("content").stringValue()).isEqualTo("x");
    assertThat(node.get("sensitive").booleanValue()).isTrue();
  }

  @Test
  void knowsBothSpellingsOfSchemaOrg() {
    JsonNode compacted =
        JsonLd.compact(
            Json.parse(
                """
                {"@context":["https://www.w3.org/ns/activitystreams",
                   {"sc":"http://schema.org/","PropertyValue":"sc:PropertyValue",
                    "value":"sc:value"}],
                 "type":"Person","attachment":{"type":"PropertyValue","name":"a","value":"b"}}
                """));
    JsonNode field = JsonLd.normalise(compacted).get("attachment");
    assertThat(field.get("type").stringValue()).isEqualTo("PropertyValue");
    assertThat(field.get("value").stringValue()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@graph", "@included", "@reverse", "@nest", "@nonsense"})
  void survivesEveryKeyword(String keyword) {
    assertThat(normal("{\"type\":\"Note\",\"" + keyword + "\":{\"@value\":7}}").isObject())
        .isTrue();
  }

  @Test
  void dropsOnCompactionWhatASignatureWouldNotCover() {
    JsonNode node =
        JsonLd.compact(
            Json.parse(
                """
                {"@context":["https://www.w3.org/ns/activitystreams",
                   {"real":"as:content","content":null}],
                 "type":"Note","real":"signed","content":"slipped in","sensitive":true}
                """));
    assertThat(node.get("content").stringValue()).isEqualTo("signed");
    assertThat(node.has("sensitive")).isFalse();
  }

  @Test
  void doesNotGuessAtContextsWhereItMatters() {
    JsonNode node = Json.parse("{\"@context\":\"https://nowhere.invalid/c\",\"type\":\"Note\"}");
    assertThatThrownBy(() -> JsonLd.canonical(node)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> JsonLd.compact(node)).isInstanceOf(Malformed.class);
  }

  @Test
  void makesQuadsInOneOrderWithBlankNodesNamed() {
    JsonNode one =
        Json.parse(
            """
            {"@context":"https://www.w3.org/ns/activitystreams","type":"Note",
             "id":"https://a.test/1","tag":[{"type":"Mention","href":"https://b.test/2"}]}
            """);
    assertThat(JsonLd.canonical(one))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            """
            <https://a.test/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
            <https://www.w3.org/ns/activitystreams#Note> .
            <https://a.test/1> <https://www.w3.org/ns/activitystreams#tag> _:c14n0 .
            _:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
            <https://www.w3.org/ns/activitystreams#Mention> .
            _:c14n0 <https://www.w3.org/ns/activitystreams#href> <https://b.test/2> .
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "activitystreams, activitystreams",
    "security-v1, security-v1",
    "identity-v1, identity-v1",
    "security-data-integrity-v1, data-integrity-v1",
    "security-data-integrity-v2, data-integrity-v2",
    "security-multikey-v1, multikey-v1",
    "did-v1, did-v1"
  })
  void bundlesTheContextsOfTheirStandards(String standard, String bundled) {
    assertThat(Contexts.resource(bundled + ".json"))
        .isEqualTo(Json.parse(Fixtures.bytes("contexts/" + standard + ".json")));
  }
}
