package social.parley.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app that talks to a server in the test. */
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  ApiClient(int port) {
    this("http://localhost:" + port);
  }

  /** Talks to the server at this address, such as {@code http://alpha.test:8080}. */
  public ApiClient(String base) {
    this.base = base;
  }

  /** What came back; the JSON is empty where there is none. */
  public record Answer(int status, HttpResponse<String> response, JsonNode json) {
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String text(String pointer) {
      return json.at(pointer).asString("");
    }
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, null, null, token);
  }

  /** Names and values in turn. */
  public Answer form(String path, @Nullable String token, String... parameters) {
    return send("POST", path, pairs(parameters), "application/x-www-form-urlencoded", token);
  }

  public Answer query(String path, @Nullable String token, String... parameters) {
    return send("POST", path + "?" + pairs(parameters), null, null, token);
  }

  public Answer json(String path, @Nullable String token, String body) {
    return send("POST", path, body, "application/json", token);
  }

  public Answer send(
      String method,
      String path,
      @Nullable String body,
      @Nullable String type,
      @Nullable String token,
      String... headers) {
    return exchange(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        type,
        token,
        headers);
  }

  /** A file with names and values in turn, as a form with uploads sends them. */
  public Answer upload(String path, @Nullable String token, byte[] file, String... parameters) {
    return upload("POST", path, token, "file", file, parameters);
  }

  /** The same by another method, with another name for the file. */
  public Answer upload(
      String method,
      String path,
      @Nullable String token,
      String name,
      byte[] file,
      String... parameters) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < parameters.length; i += 2)
      part(body, "name=\"" + parameters[i] + "\"", parameters[i + 1].getBytes(UTF_8));
    part(body, "name=\"" + name + "\"; filename=\"file\"", file);
    body.writeBytes("--part--\r\n".getBytes(UTF_8));
    return exchange(
        method,
        path,
        BodyPublishers.ofByteArray(body.toByteArray()),
        "multipart/form-data; boundary=part",
        token);
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    String head = "--part\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.writeBytes(head.getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private Answer exchange(
      String method,
      String path,
      BodyPublisher body,
      @Nullable String type,
      @Nullable String token,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    if (type != null) request.header("Content-Type", type);
    if (token != null) request.header("Authorization", "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(), response, JSON.readTree(json ? response.body() : "{}"));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String pairs(String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2)
      pairs.add(encode(parameters[i]) + "=" + encode(parameters[i + 1]));
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
