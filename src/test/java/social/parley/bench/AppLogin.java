package social.parley.bench;

import java.io.IOException;
import java.net.CookieManager;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs an app in to an account by the forms of GoToSocial. */
final class AppLogin {
  private static final String REDIRECT = "http://app.localhost/";
  private static final String SCOPES = "read write";

  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  AppLogin(String authority) {
    base = "http://" + authority;
  }

  /** A token of whoever has this address and password. */
  String token(String email, String password) throws IOException {
    JsonNode app =
        json(
            form(
                "/api/v1/apps",
                "client_name",
                "bench",
                "redirect_uris",
                REDIRECT,
                "scopes",
                SCOPES));
    String id = app.path("client_id").asString();
    ask(
        "/oauth/authorize?"
            + encoded(
                "response_type",
                "code",
                "client_id",
                id,
                "redirect_uri",
                REDIRECT,
                "scope",
                SCOPES));
    form("/auth/sign_in", "username", email, "password", password);
    String back = form("/oauth/authorize").headers().firstValue("Location").orElseThrow();
    Matcher code = CODE.matcher(back);
    if (!code.find()) throw new IllegalStateException("no code in " + back);
    String secret = app.path("client_secret").asString();
    return json(form(
            "/oauth/token",
            "grant_type",
            "authorization_code",
            "client_id",
            id,
            "client_secret",
            secret,
            "redirect_uri",
            REDIRECT,
            "code",
            code.group(1)))
        .path("access_token")
        .asString();
  }

  /** Changes something of one's account; the id of that. */
  String change(String token, String... fields) throws IOException {
    return json(send(
            request("/api/v1/accounts/update_credentials")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("PATCH", BodyPublishers.ofString(encoded(fields)))))
        .path("id")
        .asString();
  }

  private void ask(String path) throws IOException {
    var unused = send(request(path).header("Accept", "text/html").GET());
  }

  private HttpResponse<String> form(String path, String... fields) throws IOException {
    boolean html = path.equals("/auth/sign_in") || path.equals("/oauth/authorize");
    return send(
        request(path)
            .header("Accept", html ? "text/html" : "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private static String encoded(String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2)
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    return String.join("&", pairs);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400)
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      return answer;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
