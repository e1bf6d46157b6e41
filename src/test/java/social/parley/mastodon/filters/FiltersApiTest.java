package social.parley.mastodon.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Filters over HTTP, and where they show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiltersApiTest {
  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private int people;
  private Person bob;

  @BeforeAll
  void start() {
    bob = fediverse.person("bob", "alpha.test");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Person reader() {
    return fediverse.person("reader" + ++people, "alpha.test");
  }

  private static Answer send(Person person, String method, String path, String json) {
    return person.server().client().send(method, path, json, "application/json", person.token());
  }

  private static JsonNode make(Person person, String json) {
    Answer answer = send(person, "POST", "/api/v2/filters", json);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode filtered(JsonNode status) {
    return status.path("filtered");
  }

  @Test
  void filtersAreMadeReadChangedAndRemoved() {
    Person ada = reader();
    JsonNode made =
        make(
            ada,
            """
            {"title":"Sport","context":["home","thread"],"filter_action":"blur","expires_in":3600,
             "keywords_attributes":[{"keyword":"football"},{"keyword":"goal","whole_word":false}]}
            """);
    String path = "/api/v2/filters/" + made.path("id").asString();
    assertThat(made.at("/context").toString()).isEqualTo("[\"home\",\"thread\"]");
    assertThat(made.at("/filter_action").asString()).isEqualTo("blur");
    assertThat(made.at("/expires_at").asString()).endsWith("Z");
    assertThat(made.at("/keywords/0/whole_word").asBoolean()).isTrue();
    assertThat(made.at("/keywords/1/whole_word").asBoolean()).isFalse();
    assertThat(made.at("/statuses").isArray()).isTrue();
    assertThat(ada.get(path)).isEqualTo(made);
    Answer changed =
        send(
            ada,
            "PUT",
            path,
            """
            {"title":"Games","expires_in":"",
             "keywords_attributes":[{"id":"%s","_destroy":true},{"keyword":"chess"}]}
            """
                .formatted(made.at("/keywords/0/id").asString()));
    assertThat(changed.text("/title")).isEqualTo("Games");
    assertThat(changed.json().at("/expires_at").isNull()).isTrue();
    assertThat(
            changed.json().at("/keywords").valueStream().map(one -> one.path("keyword").asString()))
        .containsExactly("goal", "chess");
    assertThat(ada.get("/api/v2/filters").size()).isEqualTo(1);
    assertThat(bob.server().client().get(path, bob.token()).status()).isEqualTo(404);
    assertThat(send(ada, "DELETE", path, "").json().toString()).isEqualTo("{}");
    assertThat(ada.get("/api/v2/filters").size()).isZero();
  }

  @Test
  void whatIsWrongIsSaid() {
    Person ada = reader();
    for (String wrong :
        List.of(
            "{\"context\":[\"home\"]}",
            "{\"title\":\"x\"}",
            "{\"title\":\"x\",\"context\":[\"nowhere\"]}",
            "{\"title\":\"x\",\"context\":[\"home\"],\"filter_action\":\"burn\"}"))
      assertThat(send(ada, "POST", "/api/v2/filters", wrong).status()).as(wrong).isEqualTo(422);
    assertThat(ada.get("/api/v2/filters").size()).isZero();
  }

  @Test
  void keywordsAndSinglePostsHaveRoutesOfTheirOwn() {
    Person ada = reader();
    JsonNode made = make(ada, "{\"title\":\"T\",\"context\":[\"home\"]}");
    String path = "/api/v2/filters/" + made.path("id").asString();
    JsonNode word = ada.post(path + "/keywords", "keyword", "tea");
    String wordPath = "/api/v2/filters/keywords/" + word.path("id").asString();
    assertThat(send(ada, "PUT", wordPath, "{\"whole_word\":false}").text("/keyword"))
        .isEqualTo("tea");
    assertThat(ada.get(wordPath).path("whole_word").asBoolean(true)).isFalse();
    assertThat(ada.get(path + "/keywords").size()).isEqualTo(1);
    assertThat(send(ada, "DELETE", wordPath, "").status()).isEqualTo(200);
    assertThat(ada.get(path + "/keywords").size()).isZero();

    Status post = bob.write("Something");
    JsonNode held = ada.post(path + "/statuses", "status_id", ada.view(post).id());
    assertThat(held.path("status_id").asString()).isEqualTo(ada.view(post).id());
    assertThat(ada.get(path + "/statuses").size()).isEqualTo(1);
    JsonNode result = filtered(ada.view(post).json()).get(0);
    assertThat(result.at("/filter/title").asString()).isEqualTo("T");
    assertThat(result.at("/filter/keywords").isMissingNode()).isTrue();
    assertThat(result.at("/keyword_matches").isNull()).isTrue();
    assertThat(result.at("/status_matches/0").asString()).isEqualTo(ada.view(post).id());
    String heldPath = "/api/v2/filters/statuses/" + held.path("id").asString();
    assertThat(ada.get(heldPath)).isEqualTo(held);
    assertThat(send(ada, "DELETE", heldPath, "").status()).isEqualTo(200);
    assertThat(filtered(ada.view(post).json()).size()).isZero();
  }

  @Test
  void everySurfaceMarksWhatMatches() {
    Person ada = reader();
    ada.follow(bob);
    make(
        ada,
        """
        {"title":"T","context":["home","public","notifications","thread","account"],
         "keywords_attributes":[{"keyword":"marzipan"}]}
        """);
    String picture = bob.upload(Pictures.png(40, 30), "a plate of Marzipan");
    Status text = bob.write("I bought marzipan today #sweets");
    Status drawn = bob.write("Look", "media_ids[]", picture);
    Status warned = bob.write("Look", "spoiler_text", "MARZIPAN");
    Status poll =
        bob.write(
            "Which",
            "poll[options][]",
            "marzipan",
            "poll[options][]",
            "nougat",
            "poll[expires_in]",
            "3600");
    Status other = bob.write("marzipans are not a word of the filter");
    Status mention = bob.write("@" + ada.handle() + " marzipan?");
    Status boost = bob.boost(text);
    fediverse.settle();
    for (Status one : List.of(text, drawn, warned, poll, mention)) {
      JsonNode result = filtered(ada.view(one).json()).get(0);
      assertThat(result.at("/keyword_matches/0").asString()).isEqualToIgnoringCase("marzipan");
      assertThat(result.at("/status_matches").isNull()).isTrue();
    }
    assertThat(filtered(ada.view(other).json()).toString()).isEqualTo("[]");
    JsonNode wrapper = ada.get("/api/v1/statuses/" + boost.id());
    assertThat(filtered(wrapper).size()).isEqualTo(1);
    assertThat(filtered(wrapper.path("reblog")).size()).isEqualTo(1);
    for (String path :
        List.of(
            "/api/v1/timelines/home",
            "/api/v1/timelines/public",
            "/api/v1/timelines/tag/sweets",
            "/api/v1/accounts/" + bob.id() + "/statuses"))
      assertThat(ada.get(path).valueStream().anyMatch(one -> filtered(one).size() == 1))
          .as(path)
          .isTrue();
    assertThat(filtered(ada.get("/api/v1/notifications").get(0).path("status")).size())
        .isEqualTo(1);
    assertThat(filtered(bob.view(text).json()).toString()).isEqualTo("[]");
    Answer stranger = ada.server().client().get("/api/v1/statuses/" + text.id(), null);
    assertThat(stranger.json().has("filtered")).isFalse();
  }

  @Test
  void theOldFormShowsKeywords() {
    Person ada = reader();
    JsonNode old =
        ada.post("/api/v1/filters", "phrase", "tea", "context[]", "home", "irreversible", "true");
    assertThat(old.path("phrase").asString()).isEqualTo("tea");
    assertThat(old.path("irreversible").asBoolean()).isTrue();
    assertThat(old.path("expires_at").isNull()).isTrue();
    String path = "/api/v1/filters/" + old.path("id").asString();
    assertThat(ada.get(path)).isEqualTo(old);
    JsonNode full = ada.get("/api/v2/filters").get(0);
    assertThat(full.path("filter_action").asString()).isEqualTo("hide");
    Answer changed =
        send(
            ada,
            "PUT",
            path,
            "{\"phrase\":\"coffee\",\"context\":[\"public\"],\"irreversible\":false}");
    assertThat(changed.text("/phrase")).isEqualTo("coffee");
    assertThat(ada.get("/api/v2/filters").get(0).path("title").asString()).isEqualTo("coffee");
    String filter = "/api/v2/filters/" + full.path("id").asString();
    ada.post(filter + "/keywords", "keyword", "cocoa");
    assertThat(ada.get("/api/v1/filters").size()).isEqualTo(2);
    assertThat(send(ada, "PUT", path, "{\"phrase\":\"x\",\"context\":[\"home\"]}").status())
        .isEqualTo(422);
    assertThat(send(ada, "PUT", path, "{\"phrase\":\"latte\",\"context\":[\"public\"]}").status())
        .isEqualTo(200);
    assertThat(send(ada, "DELETE", path, "").status()).isEqualTo(200);
    assertThat(ada.get("/api/v1/filters").size()).isEqualTo(1);
  }
}
