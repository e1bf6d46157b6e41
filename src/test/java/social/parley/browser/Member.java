package social.parley.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who does with an app what has to be there before a page shows it. */
record Member(String url, String name, String token) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOUNDARY = "-----browser-member";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Posts; further parameters are names and values in turn. */
  String say(String text, String... more) {
    List<String> all = new ArrayList<>(List.of("status", text));
    all.addAll(List.of(more));
    return post("/api/v1/statuses", all.toArray(String[]::new)).path("id").asString();
  }

  String answer(String post, String text) {
    return say(text, "in_reply_to_id", post);
  }

  void favourite(String... posts) {
    for (String post : posts) post("/api/v1/statuses/" + post + "/favourite");
  }

  /** The id under which this server knows the member. */
  String id() {
    return get("/api/v1/accounts/verify_credentials").path("id").asString();
  }

  void react(String post, String emoji) {
    post("/api/v1/statuses/" + post + "/react/" + encoded(emoji));
  }

  void boost(String post) {
    post("/api/v1/statuses/" + post + "/reblog");
  }

  /** Finds somebody by their address, elsewhere too, and follows them. */
  void follow(String handle) {
    JsonNode found = search(handle).path("accounts");
    post("/api/v1/accounts/" + found.path(0).path("id").asString() + "/follow");
  }

  /** The id under which this server knows a post of another. */
  String find(String address) {
    return search(address).path("statuses").path(0).path("id").asString();
  }

  private JsonNode search(String query) {
    return get("/api/v2/search?resolve=true&q=" + encoded(query));
  }

  String address(String post) {
    return shown(post).path("uri").asString();
  }

  /** A post as apps see it. */
  JsonNode shown(String post) {
    return get("/api/v1/statuses/" + post);
  }

  String picture(byte[] content, String description) {
    return multipart("POST", "/api/v2/media", "file", content, "description", description)
        .path("id")
        .asString();
  }

  void profile(byte[] avatar, String display, String about) {
    multipart(
        "PATCH",
        "/api/v1/accounts/update_credentials",
        "avatar",
        avatar,
        "display_name",
        display,
        "note",
        about,
        "discoverable",
        "true",
        "indexable",
        "true");
  }

  void header(byte[] content) {
    multipart(
        "PATCH",
        "/api/v1/accounts/update_credentials",
        "header",
        content,
        "fields_attributes[0][name]",
        "Website",
        "fields_attributes[0][value]",
        "https://example.org/garden",
        "fields_attributes[1][name]",
        "Pronouns",
        "fields_attributes[1][value]",
        "she/her");
  }

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "text/plain");
  }

  JsonNode post(String path, String... parameters) {
    return form("POST", path, parameters);
  }

  JsonNode put(String path, String... parameters) {
    return form("PUT", path, parameters);
  }

  JsonNode patch(String path, String... parameters) {
    return form("PATCH", path, parameters);
  }

  private JsonNode form(String method, String path, String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2)
      pairs.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
    return send(
        method,
        path,
        BodyPublishers.ofString(String.join("&", pairs)),
        "application/x-www-form-urlencoded");
  }

  private JsonNode multipart(
      String method, String path, String file, byte[] content, String... more) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < more.length; i += 2)
      body.writeBytes(
          utf8(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(BOUNDARY, more[i], more[i + 1])));
    body.writeBytes(
        utf8(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                .formatted(BOUNDARY, file)));
    body.writeBytes(content);
    body.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
    return send(
        method,
        path,
        BodyPublishers.ofByteArray(body.toByteArray()),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode send(String method, String path, HttpRequest.BodyPublisher body, String type) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200)
        throw new IllegalStateException(
            path + ": " + response.statusCode() + " " + response.body());
      return JSON.readTree(response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
