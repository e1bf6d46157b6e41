package social.parley.mastodon.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** The description names every route there is and none besides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final String DESCRIBED = "[A-Z]+ /(api|oauth|nodeinfo|\\.well-known|invite)/.*";
  private final Fediverse fediverse = Fediverse.of("alpha.test");

  @AfterAll
  void stop() {
    fediverse.close();
  }

  @Test
  void everyRouteIsInTheTableAndNoOther() {
    Set<String> served = new TreeSet<>();
    for (String route : fediverse.at("alpha.test").routes())
      if (route.matches(DESCRIBED)) served.add(route);
    Set<String> described = new TreeSet<>();
    for (DescribedRoute route : Tables.routes()) described.add(route.method() + " " + route.path());
    assertThat(described).as("mastodon/openapi/routes.tsv").isEqualTo(served);
  }

  @Test
  void theDocumentIsWholeAndItsReferencesLeadSomewhere() {
    Answer answer = fediverse.at("alpha.test").client().get("/api/openapi.json", null);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode document = answer.json();
    assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    JsonNode home = document.at("/paths/~1api~1v1~1timelines~1home/get");
    assertThat(home.at("/security/0/oauth/0").asString()).isEqualTo("read:statuses");
    assertThat(home.at("/responses/200/content/application~1json/schema/items/$ref").asString())
        .isEqualTo("#/components/schemas/Status");
    assertThat(home.at("/parameters/0/name").asString()).isEqualTo("max_id");
    JsonNode schemas = document.at("/components/schemas");
    for (JsonNode reference : document.findValues("$ref")) {
      String name = reference.asString().substring("#/components/schemas/".length());
      assertThat(schemas.has(name)).as(name).isTrue();
    }
    for (JsonNode words : document.findValues("enum"))
      assertThat(words.valueStream().map(JsonNode::asString))
          .as("an entity that is not described")
          .noneMatch(word -> Character.isUpperCase(word.charAt(0)) && !word.equals("Bearer"));
  }
}
