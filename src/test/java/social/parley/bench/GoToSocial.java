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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GoToSocial with people and posts in it, as the yardstick of what is read. */
final class GoToSocial implements AutoCloseable {
  /** Names its program, which has its folder {@code web} beside it. */
  private static final String PROGRAM = System.getenv("GOTOSOCIAL");

  private static final int PEOPLE = 20;
  private static final int WRITTEN = 20;
  static final String CONDITIONS =
      "what GoToSocial takes with SQLite, its rounds between ours: %d people who follow one another, %d posts without pictures, and such a thread"
          .formatted(PEOPLE, PEOPLE * WRITTEN);
  private static final String PASSWORD = "Quite 4 long one, with $igns";
  private static final String REDIRECT = "http://app.localhost/";

  private final Path folder = Village.emptyFolder("gotosocial");
  private final int port = ServerProcess.freePort();
  private final Process process;

  private GoToSocial() throws IOException {
    // Its tables are there after a first start only, and accounts are made while it does not run.
    stop(started());
    for (int i = 0; i < PEOPLE; i++) {
      Process created =
          run(
              "admin",
              "account",
              "create",
              "--username",
              name(i),
              "--email",
              email(i),
              "--password",
              PASSWORD);
      if (ended(created) != 0) throw new IllegalStateException("no account; see " + log());
    }
    process = started();
  }

  static boolean isThere() {
    return PROGRAM != null;
  }

  static GoToSocial start() throws IOException {
    return new GoToSocial();
  }

  private static String name(int person) {
    return "local" + person;
  }

  private static String email(int person) {
    return name(person) + "@example.org";
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Process run(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Path.of(PROGRAM).getParent().toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GTS_HOST", authority(),
                "GTS_PROTOCOL", "http",
                "GTS_BIND_ADDRESS", "127.0.0.1",
                "GTS_PORT", "" + port,
                "GTS_DB_TYPE", "sqlite",
                "GTS_DB_ADDRESS", folder.resolve("sqlite.db").toString(),
                "GTS_STORAGE_LOCAL_BASE_PATH", folder.resolve("storage").toString(),
                "GTS_ADVANCED_RATE_LIMIT_REQUESTS", "0",
                "GTS_ADVANCED_THROTTLING_MULTIPLIER", "0",
                "GTS_LOG_LEVEL", "error"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    return builder.start();
  }

  private static int ended(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String authority() {
    return "127.0.0.1:" + port;
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** People who follow one another have written posts, one of which has a long thread. */
  Shelf filled() throws IOException {
    List<String> tokens = new ArrayList<>();
    List<String> people = new ArrayList<>();
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) tokens.add(token(i));
    for (String token : tokens) people.add(unlocked(token));
    Api api = new Api(port, authority());
    for (String token : tokens)
      for (String other : people)
        if (!other.equals(people.get(tokens.indexOf(token))))
          api.ask(token, "/api/v1/accounts/" + other + "/follow", "{}");
    String thread = ReadsBench.thread(api, tokens);
    for (int i = 0; i < WRITTEN * PEOPLE; i++) {
      String token = tokens.get(i % PEOPLE);
      String text = "Note " + i + (i % 5 == 4 ? " about #things" : "") + ", some words to read";
      posts.add(api.post(token, text, i % 10 == 6 ? posts.get(i - 1) : null));
    }
    return new Shelf(new Api(port, authority()), this::cpu, tokens, people, posts, thread);
  }

  private Process started() throws IOException {
    Process starting = run("server", "start");
    HttpClient client = HttpClient.newHttpClient();
    while (starting.isAlive())
      try {
        if (send(client, get("/readyz")).statusCode() == 200) return starting;
      } catch (IOException notYet) {
        await(Duration.ofMillis(50));
      }
    throw new IllegalStateException("it did not start; see " + log());
  }

  private static void await(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String token(int person) throws IOException {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    JsonNode app =
        json(
            send(
                client,
                form(
                    "POST",
                    "/api/v1/apps",
                    Map.of(
                        "client_name", "bench", "redirect_uris", REDIRECT, "scopes", "read write"),
                    "")));
    String id = app.path("client_id").asString();
    String secret = app.path("client_secret").asString();
    send(
        client,
        get(
            "/oauth/authorize?"
                + encoded(
                    Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        id,
                        "redirect_uri",
                        REDIRECT,
                        "scope",
                        "read write"))));
    send(
        client,
        form("POST", "/auth/sign_in", Map.of("username", email(person), "password", PASSWORD), ""));
    String answer =
        send(client, form("POST", "/oauth/authorize", Map.of(), ""))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String code = answer.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    return json(send(
            client,
            form(
                "POST",
                "/oauth/token",
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    id,
                    "client_secret",
                    secret,
                    "redirect_uri",
                    REDIRECT,
                    "code",
                    code),
                "")))
        .path("access_token")
        .asString();
  }

  /** Lets everybody follow; the id of who does it. */
  private String unlocked(String token) throws IOException {
    return json(send(
            HttpClient.newHttpClient(),
            form("PATCH", "/api/v1/accounts/update_credentials", Map.of("locked", "false"), token)))
        .path("id")
        .asString();
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + authority() + path))
        .header("Accept", "text/html, */*")
        .build();
  }

  private HttpRequest form(String method, String path, Map<String, String> fields, String token) {
    return HttpRequest.newBuilder(URI.create("http://" + authority() + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header(
            "Accept",
            path.startsWith("/auth") || path.endsWith("authorize")
                ? "text/html"
                : "application/json")
        .header("Authorization", "Bearer " + token)
        .method(method, BodyPublishers.ofString(encoded(fields)))
        .build();
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() != 200)
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    stop(process);
  }

  private static void stop(Process process) {
    process.destroy();
    var unused = ended(process);
  }
}
