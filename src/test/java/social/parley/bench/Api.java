package social.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client API of a server here, for what has to be there before it is measured. */
record Api(int port, String authority) {
  /** Posts publicly; the id of the post. */
  String post(String token, String text, String inReplyTo) throws IOException {
    String reply = inReplyTo == null ? "" : ", \"in_reply_to_id\": \"" + inReplyTo + "\"";
    return ask(
        token,
        "/api/v1/statuses",
        "{\"visibility\": \"public\", \"status\": \"" + text + "\"" + reply + "}");
  }

  /** The id of what is answered. */
  String ask(String token, String path, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String headers =
        "Authorization: Bearer %s\r\nContent-Type: application/json\r\n".formatted(token);
    return exchange(Connection.post(authority, path, headers, body)).path("id").asString();
  }

  JsonNode read(String token, String path) throws IOException {
    return exchange(Connection.get(authority, path, token));
  }

  private JsonNode exchange(byte[] request) throws IOException {
    try (Connection connection = new Connection(port)) {
      Answer answer = connection.exchange(request);
      if (answer.status() != 200)
        throw new IllegalStateException(answer.status() + " " + new String(answer.body()));
      return JsonMapper.shared().readTree(answer.body());
    }
  }
}
