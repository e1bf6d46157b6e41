package social.parley.signatures;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signature vectors of other projects, where the folder that holds them is there. */
final class Vectors {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("PARLEY_FIXTURES", "../shared/fixtures"), "signatures");

  private Vectors() {}

  static List<String> named(String prefix) {
    assumeTrue(Files.isDirectory(FOLDER), "vectors are not here");
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static byte[] bytes(String name) {
    assumeTrue(Files.isDirectory(FOLDER), "vectors are not here");
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
