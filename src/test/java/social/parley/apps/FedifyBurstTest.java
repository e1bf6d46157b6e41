package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * A thousand activities at once from a server made with Fedify, signed in the one way and the other
 * by turns, and as many of ours to it.
 */
@ParameterizedClass
@ValueSource(strings = "rfc9421")
final class FedifyBurstTest extends BesideFedify {
  private static final int MANY = 1000;
  private static final int AGAIN = 100;

  /** Pages back from the newest; the texts, newest first. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    String path = "/api/v1/timelines/home?limit=40";
    for (JsonNode page = ada.get(path); !page.isEmpty(); ) {
      page.forEach(one -> texts.add(text(one)));
      page = ada.get(path + "&max_id=" + page.get(page.size() - 1).at("/id").asString());
    }
    return texts;
  }

  private static String text(JsonNode post) {
    return post.at("/content").asString().replaceAll("<[^>]*>", "");
  }

  private static List<String> numbers() {
    return IntStream.range(0, MANY).mapToObj(i -> "Number " + i).toList();
  }

  @Test
  void everythingArrivesOnce() {
    befriend();
    fedify.forget();
    does("burst", "count", String.valueOf(MANY), "again", String.valueOf(AGAIN));
    assertThat(fedify.deliveries()).as("some came twice").hasSize(MANY + AGAIN);
    for (String one : List.of("rfc9421", "draft-cavage-http-signatures-12"))
      assertThat(fedify.deliveries().stream().filter((one + " 202")::equals))
          .hasSize((MANY + AGAIN) / 2);
    assertThat(texts()).containsExactlyInAnyOrderElementsOf(numbers());
  }

  @Test
  void everythingOfOursArrivesOnceAndInOrder() {
    befriend();
    for (String text : numbers()) ada.post("/api/v1/statuses", "status", text);
    server.settle();
    assertThat(fedify.texts()).containsExactlyElementsOf(numbers());
  }
}
