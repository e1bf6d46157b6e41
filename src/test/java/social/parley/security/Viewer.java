package social.parley.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;

/** Somebody who looks at a server in one of the ways there are. */
final class Viewer {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  /** How somebody says who they are; where they cannot, they are strangers. */
  private enum Kind {
    STRANGER,
    APP,
    BROWSER,
    SERVER
  }

  private final Kind kind;
  private final String name;
  private final Instance server;
  private final @Nullable ActorId actor;
  private final Function<String, Map<String, String>> headers;
  private final HttpClient http;
  private String proof = "";

  private Viewer(
      Kind kind,
      String name,
      Instance server,
      @Nullable ActorId actor,
      Function<String, Map<String, String>> headers) {
    this.kind = kind;
    this.name = name;
    this.server = server;
    this.actor = actor;
    this.headers = headers;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
  }

  static Viewer stranger(Instance server) {
    return new Viewer(Kind.STRANGER, "a stranger", server, null, _ -> Map.of());
  }

  /** An app with somebody's token. */
  static Viewer app(Person person) {
    Map<String, String> token = Map.of("Authorization", "Bearer " + person.token());
    return new Viewer(
        Kind.APP,
        person.handle() + " by token",
        person.server(),
        ActorId.parse(person.id()),
        _ -> token);
  }

  /** Somebody signed in with a browser. */
  static Viewer browser(Person person) {
    Viewer viewer =
        new Viewer(
            Kind.BROWSER,
            person.handle() + " by cookie",
            person.server(),
            ActorId.parse(person.id()),
            _ -> Map.of());
    viewer.signIn(person.handle().split("@")[0]);
    return viewer;
  }

  /** Another server that signs its requests as one of its actors. */
  static Viewer remote(Outsider outsider, String actor, Instance server) {
    return new Viewer(Kind.SERVER, actor, server, null, url -> outsider.signedGet(url, actor));
  }

  /** Who it is here; null when it is nobody known. */
  @Nullable ActorId actor() {
    return actor;
  }

  /** Whether the answers to such requests depend on who this is. */
  boolean isKnown(String path, String accept) {
    boolean document = accept.equals("application/activity+json");
    boolean api = path.startsWith("/api/") || path.startsWith("/oauth/");
    return switch (kind) {
      case STRANGER -> true;
      case APP -> api && !document;
      case BROWSER -> !api && !document && !path.startsWith("/users/");
      case SERVER -> document;
    };
  }

  private void signIn(String login) {
    HttpResponse<String> form = get("/auth/sign_in", "text/html");
    String body =
        "login="
            + login
            + ("&password=" + encode(Instance.PASSWORD))
            + ("&csrf=" + encode(csrf(form)));
    HttpResponse<String> answer = form("/auth/sign_in", body);
    if (answer.statusCode() / 100 != 3)
      throw new AssertionError("cannot sign in: " + answer.statusCode() + " " + answer.body());
    proof = "&csrf=" + encode(csrf(get("/settings/profile", "text/html")));
  }

  /** What makes a form of this browser a form of the server's own pages. */
  String proof() {
    return proof;
  }

  /** The proof in the forms of a page. */
  static String csrf(HttpResponse<String> page) {
    Matcher found = CSRF.matcher(page.body());
    if (!found.find()) throw new AssertionError("no form in " + page.body());
    return found.group(1);
  }

  HttpResponse<String> get(String path, String accept) {
    return send(request(path).header("Accept", accept).GET());
  }

  HttpResponse<String> form(String path, String body, String... more) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    for (int i = 0; i < more.length; i += 2) request.header(more[i], more[i + 1]);
    return send(request);
  }

  HttpResponse<String> send(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    String url = server.settings().url() + path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    headers.apply(url).forEach(request::header);
    return request;
  }

  /** The body as Latin-1, so that no byte of a file is lost. */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
