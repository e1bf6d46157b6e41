package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each version of a post as it was, on its own server and on another. */
abstract class HistoryContract extends ContentScene {
  private void edit(Status post, String json) {
    fediverse.clock().advance(Duration.ofSeconds(1));
    String path = "/api/v1/statuses/" + post.id();
    assertThat(
            ada.server().client().send("PUT", path, json, "application/json", ada.token()).status())
        .isEqualTo(200);
    fediverse.settle();
  }

  private static JsonNode history(Person viewer, Status post) {
    return viewer.get("/api/v1/statuses/" + viewer.view(post).id() + "/history");
  }

  private static List<String> descriptions(JsonNode version) {
    return version
        .path("media_attachments")
        .valueStream()
        .map(one -> one.path("description").asString(""))
        .toList();
  }

  @Test
  void filesAndTheirWordsAreThoseOfTheVersion() {
    String one = ada.upload(Pictures.png(40, 30), "one");
    String two = ada.upload(Pictures.png(30, 40), "two");
    Status post = ada.write("Both", "media_ids[]", one, "media_ids[]", two);
    fediverse.settle();
    edit(
        post,
        """
        {"status": "The second", "media_ids": ["%s"],
          "media_attributes": [{"id": "%s", "description": "two, said better"}]}\
        """
            .formatted(two, two));
    edit(post, "{\"status\": \"None\", \"media_ids\": []}");
    edit(
        post,
        """
        {"status": "Turned round", "media_ids": ["%s", "%s"]}\
        """
            .formatted(two, one));
    for (Person viewer : List.of(ada, ben)) {
      JsonNode versions = history(viewer, post);
      assertThat(versions).hasSize(4);
      assertThat(descriptions(versions.get(0))).containsExactly("one", "two");
      assertThat(descriptions(versions.get(1))).containsExactly("two, said better");
      assertThat(descriptions(versions.get(2))).isEmpty();
      assertThat(descriptions(versions.get(3))).containsExactly("two, said better", "one");
      JsonNode first = versions.at("/0/media_attachments/0");
      assertThat(first.path("url").asString())
          .isEqualTo(versions.at("/3/media_attachments/1/url").asString());
      assertThat(viewer.view(post).at("/media_attachments")).hasSize(2);
    }
    JsonNode own = history(ada, post);
    assertThat(own.at("/0/media_attachments/0/id").asString()).isEqualTo(one);
    assertThat(own.at("/0/media_attachments/1/id").asString()).isEqualTo(two);
  }

  @Test
  void whatIsTakenOffIsGoneEverywhereButInTheHistory() {
    String file = ada.upload(Pictures.png(20, 20), "secretly");
    Status post = ada.write("With a picture", "media_ids[]", file);
    fediverse.settle();
    edit(post, "{\"status\": \"Without\", \"media_ids\": []}");
    for (Person viewer : List.of(ada, ben)) {
      assertThat(viewer.view(post).at("/media_attachments")).isEmpty();
      assertThat(descriptions(history(viewer, post).get(0))).containsExactly("secretly");
    }
    assertThat(ada.server().document(post.uri()).json().path("attachment").isEmpty()).isTrue();
    assertThat(ada.tries("/api/v1/statuses", "status", "Elsewhere", "media_ids[]", file))
        .as("its post keeps it")
        .isEqualTo(422);
  }

  @Test
  void thePollIsThatOfTheVersion() {
    Status post =
        ada.write(
            "Tea?", "poll[options][]", "yes", "poll[options][]", "no", "poll[expires_in]", "3600");
    fediverse.settle();
    edit(
        post, "{\"status\":\"Or?\",\"poll\":{\"options\":[\"tea\",\"milk\"],\"expires_in\":3600}}");
    for (Person viewer : List.of(ada, ben)) {
      JsonNode versions = history(viewer, post);
      assertThat(versions.at("/0/poll/options/1/title").asString()).isEqualTo("no");
      assertThat(versions.at("/1/poll/options/1/title").asString()).isEqualTo("milk");
    }
  }

  @Test
  void theQuoteStandsInEachVersionAndIsTakenBackInAll() {
    Status quoted = ada.write("Quote me");
    Person cleo = fediverse.person("cleo", "alpha.test");
    Status quoting = cleo.write("First", "quoted_status_id", quoted.id());
    cleo.edit(quoting, "Second");
    JsonNode versions = history(cleo, quoting);
    assertThat(versions).hasSize(2);
    for (JsonNode one : versions) {
      assertThat(one.at("/quote/state").asString()).isEqualTo("accepted");
      assertThat(one.at("/quote/quoted_status/id").asString()).isEqualTo(quoted.id());
    }
    ada.post("/api/v1/statuses/" + quoted.id() + "/quotes/" + quoting.id() + "/revoke");
    for (JsonNode one : history(cleo, quoting))
      assertThat(one.at("/quote/state").asString()).isEqualTo("revoked");
    assertThat(history(ada, quoted).get(0).has("quote")).isFalse();
  }
}
