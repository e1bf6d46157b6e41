package social.parley.signatures;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.parley.core.Iri;
import social.parley.fixtures.Fixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signature vectors of other projects, where the folder that holds them is there. */
final class Vectors {
  private static final String FOLDER = "signatures/";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Vectors() {}

  static List<String> named(String prefix) {
    return Fixtures.index().stream()
        .map(Fixtures.Entry::path)
        .filter(path -> path.startsWith(FOLDER + prefix))
        .map(path -> path.substring(FOLDER.length()))
        .toList();
  }

  static byte[] bytes(String name) {
    return Fixtures.bytes(FOLDER + name);
  }

  static JsonNode json(String name) {
    return MAPPER.readTree(bytes(name));
  }

  static VerifyingKey key(String file) {
    JsonNode key = json(file);
    String pem = key.path("publicKeyPem").asString(key.path("publicKey").asString(""));
    return key(key.path("id").asString("https://example.com/key"), pem);
  }

  static VerifyingKey key(String id, String pem) {
    return new VerifyingKey(
        new Iri(id), new Iri("https://example.com/owner"), Keys.readPublicPem(pem));
  }

  /** The request of a vector in the form of {@code {method, url, headers, body}}. */
  static HttpRequestParts request(JsonNode request) {
    Map<String, String> headers = new HashMap<>();
    request
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
    byte[] body = request.path("body").asString("").getBytes(StandardCharsets.UTF_8);
    return HttpRequestParts.of(
        request.path("method").asString("POST"),
        new Iri(request.path("url").asString()),
        headers,
        body);
  }
}
