package social.parley.apps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.ApiClient;
import tools.jackson.databind.JsonNode;

/** What the other side of a test sees and does, by its token; every request must succeed. */
record Api(ApiClient client, String token) {
  private static final String FORM = "application/x-www-form-urlencoded";

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  /** Names and values in turn. */
  JsonNode post(String path, String... parameters) {
    return send("POST", path, pairs(parameters));
  }

  JsonNode put(String path, String... parameters) {
    return send("PUT", path, pairs(parameters));
  }

  JsonNode patch(String path, String... parameters) {
    return send("PATCH", path, pairs(parameters));
  }

  JsonNode delete(String path) {
    return send("DELETE", path, null);
  }

  private JsonNode send(String method, String path, @Nullable String body) {
    var answer = client.send(method, path, body, body == null ? null : FORM, token);
    assertThat(answer.status()).as(path + ": " + answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static String pairs(String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2)
      pairs.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
    return String.join("&", pairs);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
